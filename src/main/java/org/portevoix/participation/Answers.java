package org.portevoix.participation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What became of the answers that were promised to those who gave an opinion on an action.
 *
 * @param given the ids of the action sheets for which a reply was published
 * @param promised the first day by which an answer was promised, by the id of the action sheet
 * @param today in the contract's zone: a promise is broken from the day after on, whether a new edition is due or not
 */
record Answers(Set<Long> given, Map<Long, LocalDate> promised, LocalDate today) {
    /** Where nobody looks at answers. */
    static final Answers NONE = new Answers(Set.of(), Map.of(), LocalDate.EPOCH);

    boolean areGiven(long sheet) {
        return given.contains(sheet);
    }

    boolean arePromised(long sheet) {
        return promised.containsKey(sheet);
    }

    boolean areLate(long sheet) {
        LocalDate day = promised.get(sheet);
        return day != null && day.isBefore(today);
    }
}
