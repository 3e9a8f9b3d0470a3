/** Events and their sessions: the agenda. */
@NullMarked
package org.portevoix.event;

import org.jspecify.annotations.NullMarked;
