package org.portevoix.volunteer;

/** Whether a slot is still meant to be. */
enum SlotState {
    PLANNED,
    CANCELLED
}
