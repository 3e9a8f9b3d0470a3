package org.portevoix.calendar;

import io.micronaut.core.annotation.Introspected;

/**
 * An event made from one of another calendar.
 *
 * @param told digest of what the file said
 * @param revision of the event as it was made
 */
@Introspected
record CalendarSource(long eventId, String slug, String told, String revision) {}
