package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.DecidedOpinions;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionState;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;
import org.portevoix.web.Conflict;

/** Decides about opinions: the opinion moves and the decision is written down in one transaction. */
@Singleton
class ModerationDecisions {

    private final ModerationDecisionRepository decisions;
    private final DecidedOpinions opinions;
    private final Sharing sharing;
    private final Contests contests;
    private final DecisionLetters letters;
    private final Seal seal;
    private final Clock clock;

    ModerationDecisions(
            ModerationDecisionRepository decisions,
            DecidedOpinions opinions,
            Sharing sharing,
            Contests contests,
            DecisionLetters letters,
            Seal seal,
            Clock clock) {
        this.decisions = decisions;
        this.opinions = opinions;
        this.sharing = sharing;
        this.contests = contests;
        this.letters = letters;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Of a form without errors. Unless it is DONE, nothing is done. What its writer contests is decided anew, and stays as it was
     * until then; what waits no longer for another reason is OVERTAKEN.
     */
    @Transactional
    Verdict decide(OpinionRead opinion, DecisionForm form, long accountId) {
        long id = opinion.id();
        opinions.hold(id);
        Decision decision = form.decision().orElseThrow();
        if (form.seen().isPresent() && form.seen().get() != latest(id)) {
            return Verdict.OVERTAKEN;
        }
        if (sharing.isAskedOfAnother(id, accountId)) {
            return Verdict.ASKED;
        }
        if (contests.isOf(id, accountId)) {
            return Verdict.CONTESTED;
        }
        boolean isContested = contests.isOpen(id);
        if (isContested) {
            takeBackContested(id, accountId);
        }
        boolean isMoved = switch (decision) {
            case PUBLISH -> opinions.publish(id, form.revision());
            case MASK -> opinions.publishMasked(id, form.revision(), form.masked(opinion));
            case PASS_ON -> opinions.passOn(id, form.revision());
            case REFUSE ->
                opinions.refuse(id, form.revision(), form.reason().orElseThrow().isStillCounted());
        };
        if (!isMoved) {
            return Verdict.OVERTAKEN;
        }
        ModerationDecision made = save(id, form, accountId);
        sharing.decided(id, decision, accountId);
        contests.decided(made);
        if (!isContested) {
            letters.toWriter(opinion, made);
        }
        return Verdict.DONE;
    }

    /** As it was written: before words of it were masked, where they were, and another person has to decide anew. */
    OpinionRead asWritten(OpinionRead opinion) {
        return contests.isOpen(opinion.id()) ? opinions.asWritten(opinion) : opinion;
    }

    /** Whether this person may decide anew what its writer contests, and what waits no longer. */
    boolean mayDecideAnew(OpinionRead opinion, long accountId) {
        return opinion.state() != OpinionState.WAITING
                && opinion.state() != OpinionState.WITHDRAWN
                && contests.isOpen(opinion.id())
                && !contests.isOf(opinion.id(), accountId);
    }

    /**
     * Takes spam or doubles without words out of the figures; those that are no longer what was seen stay.
     *
     * @return how many went
     */
    @Transactional
    int refuseWordless(long consultationId, WordlessForm form, long accountId) {
        int refused = 0;
        for (WordlessForm.Ticked one : form.ticked()) {
            if (opinions.refuseWordless(one.opinionId(), consultationId, one.revision())) {
                save(one.opinionId(), Decision.REFUSE, form.reason().orElseThrow(), null, null, null, accountId);
                refused++;
            }
        }
        return refused;
    }

    /**
     * Takes back what was decided; false when somebody did before, or decided anew. Conflict when its writer withdrew it, or
     * contests it: then another person decides anew.
     *
     * @param why the writer reads it where it was shown; null when it is to be read again
     */
    @Transactional
    boolean undo(long opinionId, long decisionId, @Nullable Reason why, long accountId) {
        opinions.hold(opinionId);
        if (contests.isOpen(opinionId)) {
            throw new Conflict();
        }
        if (decisions.undo(decisionId, opinionId, accountId, clock.instant(), why) == 0) {
            return false;
        }
        letters.takeBack(decisionId);
        if (!opinions.reopen(opinionId)) {
            throw new Conflict();
        }
        contests.undone(opinionId);
        return true;
    }

    /** All that was ever decided about an opinion, oldest first. */
    List<ModerationDecision> history(long opinionId) {
        return decisions.findByOpinions(List.of(opinionId));
    }

    /** The one that stands about each of these opinions, by the opinion's id. */
    Map<Long, ModerationDecision> of(Collection<Long> opinionIds) {
        return find(opinionIds).stream()
                .filter(one -> !one.isUndone())
                .collect(Collectors.toMap(ModerationDecision::opinionId, one -> one, (earlier, later) -> later));
    }

    /** By the id of the opinion, that of the last decision about it, which may be undone; none where nobody ever decided. */
    Map<Long, Long> latest(Collection<Long> opinionIds) {
        return find(opinionIds).stream()
                .collect(Collectors.toMap(
                        ModerationDecision::opinionId, one -> Objects.requireNonNull(one.id()), Math::max));
    }

    private void takeBackContested(long opinionId, long accountId) {
        ModerationDecision standing = of(List.of(opinionId)).get(opinionId);
        if (standing != null
                && decisions.undo(Objects.requireNonNull(standing.id()), opinionId, accountId, clock.instant(), null)
                        == 1
                && opinions.reopen(opinionId)) {
            contests.undone(opinionId);
        }
    }

    private long latest(long opinionId) {
        return latest(List.of(opinionId)).getOrDefault(opinionId, 0L);
    }

    private List<ModerationDecision> find(Collection<Long> opinionIds) {
        return opinionIds.isEmpty() ? List.of() : decisions.findByOpinions(opinionIds);
    }

    private ModerationDecision save(long opinionId, DecisionForm form, long accountId) {
        Decision decision = form.decision().orElseThrow();
        return save(
                opinionId,
                decision,
                decision.hasReason() ? form.reason().orElseThrow() : null,
                decision == Decision.PASS_ON ? form.passedTo() : null,
                form.note().isEmpty() ? null : form.note(),
                form.note().isEmpty() ? null : form.noteLanguage(),
                accountId);
    }

    private ModerationDecision save(
            long opinionId,
            Decision decision,
            @Nullable Reason reason,
            @Nullable String passedTo,
            @Nullable String note,
            @Nullable String noteLanguage,
            long accountId) {
        seal.record(Deed.of(Act.OPINION_DECIDED)
                .by(accountId)
                .about("opinion", opinionId)
                .saying(reason == null ? decision.name() : decision + " " + reason));
        return decisions.save(new ModerationDecision(
                null,
                opinionId,
                decision,
                reason,
                passedTo,
                note,
                noteLanguage,
                accountId,
                clock.instant(),
                null,
                null,
                null));
    }
}
