/** Interviews of the evaluation: asked face to face from a guide, read by the team alone. */
@NullMarked
package org.portevoix.interview;

import org.jspecify.annotations.NullMarked;
