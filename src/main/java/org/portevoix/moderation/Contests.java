package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to another reading: a writer asks once, and another person than the one who decided settles it, by leaving the
 * decision as it is or by deciding anew.
 */
@Singleton
class Contests {

    private final ContestRepository contests;
    private final ModerationDecisionRepository decisions;
    private final ContestLetters letters;
    private final Clock clock;

    Contests(ContestRepository contests, ModerationDecisionRepository decisions, ContestLetters letters, Clock clock) {
        this.contests = contests;
        this.decisions = decisions;
        this.letters = letters;
        this.clock = clock;
    }

    Optional<Contest> find(long opinionId) {
        return contests.findByOpinion(opinionId);
    }

    /** Those that nobody has settled, oldest first; two hundred at most. */
    List<Contest> open(Collection<Long> contractIds) {
        return contractIds.isEmpty() ? List.of() : contests.findOpen(contractIds);
    }

    /**
     * Whether its writer may ask: something of what they wanted shown is not, by a decision that stands, and they never asked before.
     *
     * @param mayShow what the writer wished
     */
    boolean mayFile(long opinionId, boolean mayShow) {
        return contestable(opinionId, mayShow).isPresent()
                && contests.findByOpinion(opinionId).isEmpty();
    }

    /** Those who may settle it are written to. False when it may not be asked, or was asked before. */
    @Transactional
    boolean file(long opinionId, long contractId, boolean mayShow, String words, String language) {
        Optional<ModerationDecision> standing = contestable(opinionId, mayShow);
        if (standing.isEmpty()) {
            return false;
        }
        long decidedBy = standing.get().accountId();
        long decisionId = Objects.requireNonNull(standing.get().id());
        if (contests.file(opinionId, decisionId, decidedBy, words, language, clock.instant()) == 0) {
            return false;
        }
        letters.toTeam(contractId, opinionId, decidedBy);
        return true;
    }

    /** Whether its writer contests what was decided, and nobody has settled it. */
    boolean isOpen(long opinionId) {
        return contests.findByOpinion(opinionId).filter(Contest::isOpen).isPresent();
    }

    /** Whether a contest waits about what this person decided: another one has to settle it. */
    boolean isOf(long opinionId, long accountId) {
        return contests.findByOpinion(opinionId)
                .filter(one -> one.isOpen() && one.decidedBy() == accountId)
                .isPresent();
    }

    /** The decision stays as it is. False when it was settled before, or this person decided it. */
    @Transactional
    boolean keep(long opinionId, String note, String noteLanguage, long accountId) {
        return settle(
                opinionId,
                Contest.Outcome.KEPT,
                note.isEmpty() ? null : note,
                note.isEmpty() ? null : noteLanguage,
                accountId);
    }

    /** Deciding anew settles what waits; what is decided again as it was has not changed. */
    void decided(ModerationDecision made) {
        contests.findByOpinion(made.opinionId())
                .filter(Contest::isOpen)
                .ifPresent(contest -> settle(
                        made.opinionId(), outcome(contest, made), made.note(), made.noteLanguage(), made.accountId()));
    }

    /** The letter that told of a decision would no longer be true. */
    void undone(long opinionId) {
        letters.takeBack(opinionId);
    }

    void forget(long opinionId) {
        contests.deleteByOpinion(opinionId);
    }

    void forgetWords(List<Long> opinionIds) {
        if (!opinionIds.isEmpty()) {
            contests.forgetWords(opinionIds);
        }
    }

    private Contest.Outcome outcome(Contest contest, ModerationDecision made) {
        return decisions.findByOpinions(List.of(made.opinionId())).stream()
                        .filter(one -> Objects.equals(one.id(), contest.decisionId()))
                        .anyMatch(before -> made.decision() == before.decision()
                                && made.decision() != Decision.MASK
                                && made.reason() == before.reason())
                ? Contest.Outcome.KEPT
                : Contest.Outcome.CHANGED;
    }

    private boolean settle(
            long opinionId,
            Contest.Outcome outcome,
            @Nullable String note,
            @Nullable String noteLanguage,
            long accountId) {
        boolean isSettled = contests.settle(opinionId, outcome, note, noteLanguage, accountId, clock.instant()) == 1;
        if (isSettled) {
            letters.toWriter(opinionId, outcome);
        }
        return isSettled;
    }

    private Optional<ModerationDecision> contestable(long opinionId, boolean mayShow) {
        return decisions.findByOpinions(List.of(opinionId)).stream()
                .filter(one -> !one.isUndone())
                .reduce((earlier, later) -> later)
                .filter(one -> one.decision().hasReason() || one.decision() == Decision.PASS_ON && mayShow);
    }
}
