package org.portevoix.committee;

/** Where a step stands. */
enum StepState {
    TO_COME,
    UNDER_WAY,
    DONE
}
