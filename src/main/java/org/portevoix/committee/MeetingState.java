package org.portevoix.committee;

/** Where a meeting stands: HELD once it was said who sat. */
enum MeetingState {
    PLANNED,
    HELD,
    CANCELLED
}
