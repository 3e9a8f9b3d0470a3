package org.portevoix.report;

import java.util.List;

/**
 * What stands at the head of each page of the report: its parts, its period and what it is compared with.
 *
 * @param address of this page, without what was chosen
 * @param query period and comparison, as the end of an address
 * @param quick periods one tap away: the latest, and the one that is shown
 * @param against what they can be compared with, one tap away
 * @param isRunning the period is not over, and is compared with one that is
 * @param compared what the period is compared with, "" for nothing
 */
record ReportHead(
        String contract,
        String address,
        String query,
        List<Part> parts,
        List<Choice> periods,
        List<Choice> comparisons,
        List<Part> quick,
        List<Part> against,
        boolean isRunning,
        String period,
        String compared,
        boolean hasEdition,
        long edition,
        String asOf,
        String present,
        boolean hidesSomething) {

    record Part(String address, String title, boolean isHere) {}

    record Choice(String value, String title, boolean isChosen) {}

    boolean isCompared() {
        return !compared.isEmpty();
    }
}
