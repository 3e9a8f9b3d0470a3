package org.portevoix.participation;

/** By what the figures of an edition are told apart. */
enum Breakdown {
    /** Registrations and sign-ups, by month. */
    INTENTION,
    /** Participations of a month, whatever they were; the breakdowns below are of the same ones. */
    MONTH,
    LEVEL,
    CHANNEL,
    NEIGHBOURHOOD,
    ACTION,
    /** Of an action, by level, of the whole time. */
    ACTION_LEVEL,
    /** Seats that residents held in a body, by action, of the whole time. */
    SEAT
}
