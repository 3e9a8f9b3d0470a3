package org.portevoix.participation;

import java.util.List;

/**
 * The tables of the report. Each tells participations apart by a category and by a part: most by level; some by whether it
 * was the first time, among those who say; some by phase.
 */
public enum Cut {
    TOTAL(Parts.NONE),
    LEVEL(Parts.NONE),
    /** Whether it was the first time, of all. */
    FIRST(Parts.NONE),
    MONTH(Parts.LEVELS),
    ACTION(Parts.LEVELS),
    AXIS(Parts.LEVELS),
    PHASE(Parts.LEVELS),
    NEIGHBOURHOOD(Parts.LEVELS),
    CHANNEL(Parts.LEVELS),
    /** By the council through which it came. */
    RELAY(Parts.LEVELS),
    LANGUAGE(Parts.LEVELS),
    AGE(Parts.LEVELS),
    GENDER(Parts.LEVELS),
    /** In priority areas or not: for the committee alone. */
    AREA(Parts.LEVELS),
    ACTION_FIRST(Parts.FIRST),
    NEIGHBOURHOOD_FIRST(Parts.FIRST),
    NEIGHBOURHOOD_PHASE(Parts.PHASES),
    CHANNEL_PHASE(Parts.PHASES);

    /** The part of a row's total. */
    public static final String ALL = "all";

    /** The category or part of those who didn't say. */
    public static final String UNKNOWN = LedgerLine.UNKNOWN;

    /** The category of neighbourhoods at least half of whose people live in a priority area, and of the others. */
    public static final String PRIORITY = "priority";

    public static final String NOT_PRIORITY = "other";

    /** What a cut's parts are. */
    enum Parts {
        NONE,
        LEVELS,
        FIRST,
        PHASES
    }

    private final Parts parts;

    Cut(Parts parts) {
        this.parts = parts;
    }

    Parts parts() {
        return parts;
    }

    /** Whether it tells who people are: its small cells go up to 10. */
    public boolean isProfile() {
        return switch (this) {
            case LANGUAGE, AGE, GENDER, FIRST, ACTION_FIRST, NEIGHBOURHOOD_FIRST -> true;
            default -> false;
        };
    }

    /** The cuts that tell levels apart, in the order of the report. */
    public static List<Cut> ofLevels() {
        return java.util.Arrays.stream(values())
                .filter(cut -> cut.parts == Parts.LEVELS)
                .toList();
    }
}
