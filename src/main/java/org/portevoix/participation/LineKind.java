package org.portevoix.participation;

/** What a line of the ledger counts: what residents mean to do, what they did, or what the contract did. */
public enum LineKind {
    INTENTION,
    PARTICIPATION,
    ACTIVITY
}
