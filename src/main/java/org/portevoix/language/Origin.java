package org.portevoix.language;

/** Where the words of a paragraph come from. */
public enum Origin {
    /** Written in this language. */
    SOURCE,
    /** Came with a contract's file, which answers for it. */
    FILE,
    /** A council's own words in another of its languages. */
    COUNCIL,
    /** Translated by somebody of the team, and read by somebody else. */
    HUMAN,
    /** Translated by a machine, and read by somebody before it was shown. */
    MACHINE
}
