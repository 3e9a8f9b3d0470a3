package org.portevoix.volunteer;

/** What is told to somebody about a place of theirs, by letter or, where they left a telephone, by a call. */
enum CallAbout {
    CONFIRMED,
    REFUSED,
    PROMOTED,
    CHANGED,
    CANCELLED
}
