package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.portevoix.consultation.TeamVoice;
import org.portevoix.receipt.Said;

/** Says on receipts and pages of consultations what the team decided and answered. */
@Singleton
class ModerationVoice implements TeamVoice {

    private final ModerationDecisionRepository decisions;
    private final ReplyRepository replies;

    ModerationVoice(ModerationDecisionRepository decisions, ReplyRepository replies) {
        this.decisions = decisions;
        this.replies = replies;
    }

    @Override
    public Optional<Decided> decision(long opinionId) {
        return decisions.findByOpinions(List.of(opinionId)).stream()
                .filter(one -> !one.isUndone())
                .reduce((earlier, later) -> later)
                .map(one -> new Decided(
                        one.reason() == null ? null : one.reason().name(), one.passedTo(), one.decidedAt()));
    }

    @Override
    public List<Said> repliesToOpinion(long opinionId) {
        return replies.findByOpinion(opinionId).stream()
                .map(ModerationVoice::said)
                .toList();
    }

    @Override
    public List<Said> repliesToConsultation(long consultationId) {
        return replies.findPublic(consultationId).stream()
                .map(ModerationVoice::said)
                .toList();
    }

    private static Said said(Reply reply) {
        return new Said(reply.language(), reply.body(), reply.repliedAt());
    }
}
