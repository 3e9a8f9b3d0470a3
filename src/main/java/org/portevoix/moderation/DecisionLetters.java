package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.Writers;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/**
 * Writes to those who left an address that their opinion is not shown as they wrote it: why, and how to ask for another reading.
 * Nothing of the opinion is in the letter, and it leaves after a while: a decision undone at once is told to nobody.
 */
@Singleton
class DecisionLetters {

    private static final Duration TO_UNDO = Duration.ofMinutes(10);

    private final Writers writers;
    private final Consultations consultations;
    private final Contests contests;
    private final Outbox outbox;

    DecisionLetters(Writers writers, Consultations consultations, Contests contests, Outbox outbox) {
        this.writers = writers;
        this.consultations = consultations;
        this.contests = contests;
        this.outbox = outbox;
    }

    /** In the transaction of the decision; nothing about what is shown whole. */
    void toWriter(OpinionRead opinion, ModerationDecision made) {
        if (made.decision() == Decision.PUBLISH) {
            return;
        }
        boolean mayContest = contests.mayFile(opinion.id(), Boolean.TRUE.equals(opinion.mayShow()));
        for (Writers.Writer writer : writers.of(List.of(opinion.id()))) {
            outbox.write(letter(opinion, made, mayContest, writer));
        }
    }

    /** Of what is undone before it left. */
    void takeBack(long decisionId) {
        outbox.takeBack(key(decisionId));
    }

    private Letter letter(OpinionRead opinion, ModerationDecision made, boolean mayContest, Writers.Writer writer) {
        Letter.Builder letter = Letter.of(
                        "decision", key(Objects.requireNonNull(made.id())), writer.email(), writer.language())
                .contract(opinion.contractId())
                .receipt(writer.receiptHash())
                .notBefore(made.decidedAt().plus(TO_UNDO))
                .subject(
                        "moderation.mail.decision.subject",
                        Map.of("title", consultations.title(opinion.consultationId(), writer.language())))
                .say("consultation.state." + state(made.decision()), Map.of());
        if (made.decision() == Decision.MASK) {
            letter.say("consultation.receipt.masked", Map.of());
        }
        if (made.reason() != null) {
            letter.say("consultation.receipt.reason", Map.of())
                    .say("moderation.reason." + made.reason().name(), Map.of())
                    .say("moderation.reason." + made.reason().name() + ".explained", Map.of());
        }
        if (made.passedTo() != null) {
            letter.say("consultation.receipt.passed_to", Map.of()).quote(made.passedTo());
        }
        if (made.note() != null) {
            letter.say("consultation.receipt.note", Map.of()).quote(made.note());
        }
        if (made.decision() == Decision.REFUSE) {
            letter.say("consultation.receipt.still_read", Map.of());
        }
        if (mayContest) {
            letter.say("consultation.contest.lead", Map.of());
        }
        return letter.say("moderation.mail.answer.code", Map.of())
                .link("moderation.mail.answer.receipt", Map.of(), "/" + writer.language() + "/suivi")
                .say("moderation.mail.answer.why", Map.of())
                .build();
    }

    private static String state(Decision decision) {
        return switch (decision) {
            case PUBLISH, MASK -> "PUBLISHED";
            case PASS_ON -> "PASSED_ON";
            case REFUSE -> "REFUSED";
        };
    }

    private static String key(long decisionId) {
        return "decision/" + decisionId;
    }
}
