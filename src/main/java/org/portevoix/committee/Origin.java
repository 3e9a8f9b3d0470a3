package org.portevoix.committee;

/** Who brings an item before a meeting. */
enum Origin {
    RESIDENTS,
    TEAM
}
