package org.portevoix.team;

/** How often somebody wants to be told that something new waits. */
enum Wish {
    HOURLY,
    DAILY,
    NEVER
}
