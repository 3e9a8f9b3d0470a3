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
import org.portevoix.web.Conflict;

/** Decides about opinions: the opinion moves and the decision is written down in one transaction. */
@Singleton
class ModerationDecisions {

    private final ModerationDecisionRepository decisions;
    private final DecidedOpinions opinions;
    private final Sharing sharing;
    private final Contests contests;
    private final Clock clock;

    ModerationDecisions(
            ModerationDecisionRepository decisions,
            DecidedOpinions opinions,
            Sharing sharing,
            Contests contests,
            Clock clock) {
        this.decisions = decisions;
        this.opinions = opinions;
        this.sharing = sharing;
        this.contests = contests;
        this.clock = clock;
    }

    /** Of a form without errors. Unless it is DONE, nothing is done. */
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
        return Verdict.DONE;
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
     * contests it: then it is for another person.
     */
    @Transactional
    boolean undo(long opinionId, long decisionId, long accountId) {
        opinions.hold(opinionId);
        if (contests.isOf(opinionId, accountId)) {
            throw new Conflict();
        }
        if (decisions.undo(decisionId, opinionId, accountId, clock.instant()) == 0) {
            return false;
        }
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
                null));
    }
}
