package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portevoix.consultation.TeamVoice;
import org.portevoix.receipt.Said;

/** Says on receipts and pages of consultations what the team decided and answered. */
@Singleton
class ModerationVoice implements TeamVoice {

    private final ModerationDecisionRepository decisions;
    private final ReplyRepository replies;
    private final Contests contests;
    private final Sharing sharing;

    ModerationVoice(
            ModerationDecisionRepository decisions, ReplyRepository replies, Contests contests, Sharing sharing) {
        this.decisions = decisions;
        this.replies = replies;
        this.contests = contests;
        this.sharing = sharing;
    }

    @Override
    public Optional<Decided> decision(long opinionId) {
        return decisions.findByOpinions(List.of(opinionId)).stream()
                .filter(one -> !one.isUndone())
                .reduce((earlier, later) -> later)
                .map(one -> new Decided(
                        one.reason() == null ? null : one.reason().name(),
                        one.passedTo(),
                        one.decision() == Decision.MASK,
                        one.note() == null
                                ? null
                                : new Said(Objects.requireNonNull(one.noteLanguage()), one.note(), one.decidedAt()),
                        one.decidedAt()));
    }

    @Override
    public Optional<TakenDown> takenDown(long opinionId) {
        return decisions.findByOpinions(List.of(opinionId)).stream()
                .reduce((earlier, later) -> later)
                .filter(one -> one.isUndone() && one.decision().isShown())
                .map(one -> new TakenDown(
                        one.undoneReason() == null ? null : one.undoneReason().name(),
                        Objects.requireNonNull(one.undoneAt())));
    }

    @Override
    @Transactional
    public void forget(long opinionId) {
        decisions.deleteByOpinion(opinionId);
        replies.deleteByOpinion(opinionId);
        contests.forget(opinionId);
        sharing.forget(opinionId);
    }

    @Override
    public Optional<Contested> contested(long opinionId) {
        return contests.find(opinionId)
                .map(one -> new Contested(
                        one.words(),
                        one.filedAt(),
                        one.outcome() == null ? null : one.outcome().name(),
                        one.note() == null
                                ? null
                                : new Said(
                                        Objects.requireNonNull(one.noteLanguage()),
                                        one.note(),
                                        Objects.requireNonNull(one.settledAt()))));
    }

    @Override
    public boolean mayContest(long opinionId, boolean mayShow) {
        return contests.mayFile(opinionId, mayShow);
    }

    @Override
    public boolean contest(long opinionId, long contractId, boolean mayShow, String words, String language) {
        return contests.file(opinionId, contractId, mayShow, words, language);
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
