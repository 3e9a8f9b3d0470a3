package org.portevoix.committee;

/** What a body is in the contract. */
enum BodyKind {
    /** Decides: COPIL. */
    STEERING,
    /** Prepares: COTECH. */
    TECHNICAL,
    RESIDENTS,
    OTHER
}
