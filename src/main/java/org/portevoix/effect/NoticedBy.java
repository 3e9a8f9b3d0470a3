package org.portevoix.effect;

/** Who saw an effect first. */
enum NoticedBy {
    RESIDENTS,
    TEAM,
    PARTNER,
    COUNCIL,
    EVALUATION
}
