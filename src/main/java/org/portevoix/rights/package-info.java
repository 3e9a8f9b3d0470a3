/** What the team does about personal data: for how long it is kept, and what residents ask to have copied or erased. */
@NullMarked
package org.portevoix.rights;

import org.jspecify.annotations.NullMarked;
