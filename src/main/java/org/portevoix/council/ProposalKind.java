package org.portevoix.council;

/** What a council can propose. */
enum ProposalKind {
    EVENT,
    CONSULTATION
}
