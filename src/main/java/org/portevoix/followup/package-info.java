/** You said, we did: what came of opinions. */
@NullMarked
package org.portevoix.followup;

import org.jspecify.annotations.NullMarked;
