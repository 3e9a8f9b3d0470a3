package org.portevoix.committee;

/** For whom a seat is. */
enum Holder {
    RESIDENT(true),
    /** A neighbourhood council sends one of its residents. */
    COUNCIL(true),
    ELECTED(false),
    TOWN(false),
    ARS(false),
    PREFECTURE(false),
    CPAM(false),
    PARTNER(false);

    private final boolean isResidents;

    Holder(boolean isResidents) {
        this.isResidents = isResidents;
    }

    /** Whoever sits there takes part as a resident, at the fifth level. */
    boolean isResidents() {
        return isResidents;
    }
}
