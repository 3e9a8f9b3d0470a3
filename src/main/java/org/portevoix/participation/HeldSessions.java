package org.portevoix.participation;

import java.util.Optional;

/**
 * The sessions that the contract held, and whether those who work in the daytime could come. After 18 h (the hour at which
 * it began) or at the weekend; with child care; with an interpreter. Each share is of the sessions of which the hour is
 * known ({@code dated}), child care and interpreters of all.
 *
 * <p>Source: activity lines of the ledger, which name no person: nothing is hidden. Limits: what was offered, not whether it
 * was used.
 */
public record HeldSessions(long all, long dated, long late, long withChildCare, long withInterpreter) {
    /** A session that begins at this hour or later is not in the daytime. */
    public static final int EVENING_HOUR = 18;

    public static final HeldSessions NONE = new HeldSessions(0, 0, 0, 0, 0);

    public Optional<Share> lateShare() {
        return Share.of(late, dated);
    }

    public Optional<Share> childCareShare() {
        return Share.of(withChildCare, all);
    }

    public Optional<Share> interpreterShare() {
        return Share.of(withInterpreter, all);
    }

    /** With {@code count} more of these {@code flags}: e evening, d day, w weekend, c child care, i interpreter. */
    HeldSessions and(String flags, long count) {
        boolean isDated = flags.contains("e") || flags.contains("d");
        boolean isLate = flags.contains("e") || flags.contains("w");
        return new HeldSessions(
                all + count,
                dated + (isDated ? count : 0),
                late + (isLate ? count : 0),
                withChildCare + (flags.contains("c") ? count : 0),
                withInterpreter + (flags.contains("i") ? count : 0));
    }
}
