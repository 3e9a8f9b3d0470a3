package org.portevoix.participation;

/** A figure of the report as it was frozen. {@code moved}: what its lines added and took off, both counted. */
record EvidenceCell(Name name, long acts, long sensitiveActs, long heads, long moved, boolean isHidden) {

    /** Which figure it is. */
    record Name(Period period, Cut cut, String category, String part) {

        Name(Period period, Cut cut, String category) {
            this(period, cut, category, Cut.ALL);
        }

        Name in(Period other) {
            return new Name(other, cut, category, part);
        }
    }
}
