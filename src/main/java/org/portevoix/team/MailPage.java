package org.portevoix.team;

import java.util.List;

/**
 * How mail stands.
 *
 * @param missing names of settings without which nothing leaves
 * @param tested what came of the letter to oneself: "SENT", why not, or ""
 * @param isRetried whether all that failed was just made due
 */
record MailPage(
        String email,
        List<String> missing,
        String tested,
        boolean isRetried,
        boolean administersSite,
        List<Scope> scopes) {

    boolean isMissing() {
        return !missing.isEmpty();
    }

    boolean isSent() {
        return tested.equals("SENT");
    }

    boolean hasTroubles() {
        return scopes.stream().anyMatch(scope -> !scope.troubles().isEmpty());
    }

    /**
     * Mail of the whole site, or of one contract.
     *
     * @param name of the territory; "" for the whole site
     * @param oldest day since when the oldest waits, or ""
     * @param lastSent when the last one left, or ""
     */
    record Scope(
            String name,
            long due,
            long failing,
            long refused,
            long later,
            String oldest,
            String lastSent,
            boolean isStuck,
            List<Line> troubles) {

        boolean hasTroubles() {
            return !troubles.isEmpty();
        }
    }

    /**
     * Letters of a kind that did not leave, and why.
     *
     * @param kind in French
     * @param failure name of its message
     * @param next when they are tried again, or ""
     */
    record Line(long number, String kind, String failure, String since, String next) {}
}
