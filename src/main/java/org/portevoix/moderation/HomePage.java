package org.portevoix.moderation;

import java.time.LocalDate;
import java.util.List;

/**
 * What waits, most pressing first: what should have been done longest ago, then what is due soonest.
 *
 * @param administersSite sees what to do where the site has no contract at all
 */
record HomePage(List<Waiting> waiting, List<ContractLine> contracts, boolean administersSite) {

    boolean isQuiet() {
        return waiting.isEmpty();
    }

    boolean hasContracts() {
        return !contracts.isEmpty();
    }

    /** Whether anything of what waits could be the person's to do. */
    boolean hasWork() {
        return contracts.stream().anyMatch(one -> one.mayModerate() || one.mayAnswer());
    }

    /**
     * Something to do.
     *
     * @param isOpinions opinions to read; else a consultation to answer
     * @param count of opinions
     * @param title of the consultation, or ""
     * @param days since the oldest opinion came; or until the day promised, below zero after it
     */
    record Waiting(
            String contract,
            String territory,
            boolean isOpinions,
            long count,
            String slug,
            String title,
            long days,
            LocalDate due,
            String day,
            boolean isLate) {

        long daysLate() {
            return -days;
        }

        boolean isToday() {
            return days == 0;
        }
    }

    record ContractLine(String slug, String territory, boolean mayModerate, boolean mayAnswer) {}
}
