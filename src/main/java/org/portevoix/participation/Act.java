package org.portevoix.participation;

/** What was done, once: each act has one line in the ledger, of the kind that the act belongs to. */
public enum Act {
    REGISTRATION(LineKind.INTENTION),
    SIGN_UP(LineKind.INTENTION),
    PRESENCE(LineKind.PARTICIPATION),
    /** People counted in a room, without their names: it replaces their presences and is never added to them. */
    HEAD_COUNT(LineKind.PARTICIPATION),
    OPINION(LineKind.PARTICIPATION),
    FORMAL_OPINION(LineKind.PARTICIPATION),
    TASK(LineKind.PARTICIPATION),
    HOURS(LineKind.PARTICIPATION),
    SEAT(LineKind.PARTICIPATION),
    SESSION_HELD(LineKind.ACTIVITY),
    /** A public answer to what residents said: without one, asking for opinions does not count as consulting. */
    REPLY(LineKind.ACTIVITY),
    STATUS_CHANGE(LineKind.ACTIVITY);

    private final LineKind kind;

    Act(LineKind kind) {
        this.kind = kind;
    }

    public LineKind kind() {
        return kind;
    }
}
