/** Promises made to residents and to the team, walked through as they would. */
@NullMarked
package org.portevoix.journey;

import org.jspecify.annotations.NullMarked;
