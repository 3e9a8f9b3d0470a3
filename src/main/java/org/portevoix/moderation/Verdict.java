package org.portevoix.moderation;

/** What came of a decision that was sent. */
enum Verdict {
    DONE,
    /** Somebody decided meanwhile, or its writer corrected it or took it back. */
    OVERTAKEN,
    /** It was put to another person, who has not said yet what they think. */
    ASKED,
    /** Its writer contests what this very person decided. */
    CONTESTED
}
