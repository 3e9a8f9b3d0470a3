package org.portevoix.participation;

/** Why the report shows no score where one could be worked out. */
public enum Refusal {
    /** Too few participations of which it is known who took part. */
    TOO_FEW,
    /** Too many said nothing of themselves: the others may not be like them. */
    TOO_MANY_UNKNOWN,
    /** The number of inhabitants isn't known. */
    POPULATION_UNKNOWN,
    /** Too few places that can be ranked by need. */
    TOO_FEW_PLACES,
    /** A figure that it needs is hidden, so that nobody is singled out. */
    HIDDEN
}
