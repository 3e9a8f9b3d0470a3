/** Somebody in danger: noticed in what residents write, told at once whom to call; the team told within a minute. */
@NullMarked
package org.portevoix.distress;

import org.jspecify.annotations.NullMarked;
