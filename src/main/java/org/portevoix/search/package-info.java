/** How the team finds what residents said, in any script. */
@NullMarked
package org.portevoix.search;

import org.jspecify.annotations.NullMarked;
