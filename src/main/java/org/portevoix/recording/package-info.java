/** Human voices that say what residents would read: recorded on a phone, listened to by a second person, then public. */
@NullMarked
package org.portevoix.recording;

import org.jspecify.annotations.NullMarked;
