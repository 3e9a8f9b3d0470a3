package org.portevoix.council;

/** What a formal opinion can be about. */
enum AboutKind {
    CONTRACT,
    ACTION,
    EVENT,
    CONSULTATION
}
