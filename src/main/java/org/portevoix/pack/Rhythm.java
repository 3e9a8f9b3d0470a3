package org.portevoix.pack;

/** When the pack leaves by itself. */
enum Rhythm {
    NEVER,
    /** In January and July, of the half year that is over. */
    HALF,
    /** In January, of the year that is over. */
    YEAR,
    /** Some days before each meeting of the steering committee. */
    MEETING
}
