package org.portevoix.distress;

/** What kind of danger somebody's words may tell of. */
public enum Danger {
    SUICIDE,
    VIOLENCE,
    ABUSE,
    CHILD,
    MEDICAL
}
