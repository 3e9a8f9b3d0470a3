/** Missions for volunteers. */
@NullMarked
package org.portevoix.volunteer;

import org.jspecify.annotations.NullMarked;
