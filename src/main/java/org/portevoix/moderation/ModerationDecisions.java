package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portevoix.consultation.Opinions;

/** Decides about opinions: the opinion moves and the decision is written down in one transaction. */
@Singleton
class ModerationDecisions {

    private final ModerationDecisionRepository decisions;
    private final Opinions opinions;
    private final Clock clock;

    ModerationDecisions(ModerationDecisionRepository decisions, Opinions opinions, Clock clock) {
        this.decisions = decisions;
        this.opinions = opinions;
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
            decisions.save(new ModerationDecision(
                    null,
                    opinionId,
                    decision,
                    decision == Decision.REFUSE ? form.reason().orElseThrow() : null,
                    decision == Decision.PASS_ON ? form.passedTo() : null,
                    accountId,
                    clock.instant()));
        }
        return isMoved;
    }

    /** The last one about each of these opinions, by the opinion's id. */
    Map<Long, ModerationDecision> of(Collection<Long> opinionIds) {
        List<ModerationDecision> found = opinionIds.isEmpty() ? List.of() : decisions.findByOpinions(opinionIds);
        return found.stream()
                .collect(Collectors.toMap(ModerationDecision::opinionId, one -> one, (earlier, later) -> later));
    }
}
