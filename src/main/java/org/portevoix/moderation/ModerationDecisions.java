package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Opinions;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;
import org.portevoix.web.Conflict;

/** Decides about opinions: the opinion moves and the decision is written down in one transaction. */
@Singleton
class ModerationDecisions {

    private final ModerationDecisionRepository decisions;
    private final Opinions opinions;
    private final Seal seal;
    private final Clock clock;

    ModerationDecisions(ModerationDecisionRepository decisions, Opinions opinions, Seal seal, Clock clock) {
        this.decisions = decisions;
        this.opinions = opinions;
        this.seal = seal;
        this.clock = clock;
    }

    /** Of a form without errors. False when somebody decided before, or its writer corrected it or took it back: nothing is done then. */
    @Transactional
    boolean decide(long opinionId, DecisionForm form, long accountId) {
        Decision decision = form.decision().orElseThrow();
        boolean isMoved = switch (decision) {
            case PUBLISH -> opinions.publish(opinionId, form.revision());
            case PASS_ON -> opinions.passOn(opinionId, form.revision());
            case REFUSE ->
                opinions.refuse(
                        opinionId, form.revision(), form.reason().orElseThrow().isStillCounted());
        };
        if (isMoved) {
            save(
                    opinionId,
                    decision,
                    decision == Decision.REFUSE ? form.reason().orElseThrow() : null,
                    decision == Decision.PASS_ON ? form.passedTo() : null,
                    accountId);
        }
        return isMoved;
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
                save(one.opinionId(), Decision.REFUSE, form.reason().orElseThrow(), null, accountId);
                refused++;
            }
        }
        return refused;
    }

    /** Takes back what was decided; false when somebody did before, or decided anew. Conflict when its writer withdrew it. */
    @Transactional
    boolean undo(long opinionId, long decisionId, long accountId) {
        if (decisions.undo(decisionId, opinionId, accountId, clock.instant()) == 0) {
            return false;
        }
        if (!opinions.reopen(opinionId)) {
            throw new Conflict();
        }
        return true;
    }

    /** All that was ever decided about an opinion, oldest first. */
    List<ModerationDecision> history(long opinionId) {
        return decisions.findByOpinions(List.of(opinionId));
    }

    private void save(
            long opinionId, Decision decision, @Nullable Reason reason, @Nullable String passedTo, long accountId) {
        decisions.save(new ModerationDecision(
                null, opinionId, decision, reason, passedTo, accountId, clock.instant(), null, null));
        seal.record(Deed.of(Act.OPINION_DECIDED)
                .by(accountId)
                .about("opinion", opinionId)
                .saying(reason == null ? decision.name() : decision + " " + reason));
    }

    /** The one that stands about each of these opinions, by the opinion's id. */
    Map<Long, ModerationDecision> of(Collection<Long> opinionIds) {
        List<ModerationDecision> found = opinionIds.isEmpty() ? List.of() : decisions.findByOpinions(opinionIds);
        return found.stream()
                .filter(one -> !one.isUndone())
                .collect(Collectors.toMap(ModerationDecision::opinionId, one -> one, (earlier, later) -> later));
    }
}
