package org.portevoix.council;

import io.micronaut.core.annotation.Introspected;

/** How many came to a meeting in all. */
@Introspected
record MeetingHeads(long meetingId, long heads) {}
