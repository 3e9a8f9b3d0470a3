/** What opinions speak of: their themes, their words in French for the team, and those that say the same. */
@NullMarked
package org.portevoix.sense;

import org.jspecify.annotations.NullMarked;
