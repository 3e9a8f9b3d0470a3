/** Calendars of others, as files, brought into the agenda: read, shown before anything is kept, and never twice. */
@NullMarked
package org.portevoix.calendar;

import org.jspecify.annotations.NullMarked;
