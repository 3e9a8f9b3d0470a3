package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** How many sheets of an axis stand alike. */
@Introspected
record AxisStanding(long axisId, String progress, @Nullable String outcome, long sheets) {

    /** As it was judged; else whether it was put off; else not judged yet. Each sheet is counted once. */
    Judged judged() {
        return switch (outcome == null ? "NOT_JUDGED" : outcome) {
            case "REACHED" -> Judged.REACHED;
            case "PARTLY" -> Judged.PARTLY;
            case "NOT_REACHED" -> Judged.NOT_REACHED;
            default ->
                switch (progress) {
                    case "POSTPONED", "REDIRECTED", "DROPPED" -> Judged.POSTPONED;
                    default -> Judged.NOT_YET;
                };
        };
    }
}
