package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.Writers;
import org.portevoix.contract.Contract;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/** Writes to those who left an address with their opinion that the team has answered. */
@Singleton
class ReplyLetters {

    private final Writers writers;
    private final Consultations consultations;
    private final Outbox outbox;

    ReplyLetters(Writers writers, Consultations consultations, Outbox outbox) {
        this.writers = writers;
        this.consultations = consultations;
        this.outbox = outbox;
    }

    /** The way to the answer is their receipt, whose code the site does not know. */
    void toWriter(Contract contract, OpinionRead opinion, String reply, String key) {
        for (Writers.Writer writer : writers.of(List.of(opinion.id()))) {
            outbox.write(letter(contract, writer, opinion.consultationId(), key)
                    .quote(reply)
                    .say("moderation.mail.answer.code", Map.of())
                    .link("moderation.mail.answer.receipt", Map.of(), "/" + writer.language() + "/suivi")
                    .say("moderation.mail.answer.why", Map.of())
                    .build());
        }
    }

    void toAll(Contract contract, Consultations.Known consultation, String reply, String key) {
        for (Writers.Writer writer : writers.ofConsultation(consultation.id())) {
            outbox.write(letter(contract, writer, consultation.id(), key)
                    .quote(reply)
                    .link(
                            "moderation.mail.answer.page",
                            Map.of(),
                            "/" + writer.language() + "/" + contract.slug() + "/avis/" + consultation.slug())
                    .say("moderation.mail.answer.why", Map.of())
                    .build());
        }
    }

    private Letter.Builder letter(Contract contract, Writers.Writer writer, long consultationId, String key) {
        Map<String, Object> title = Map.of("title", consultations.title(consultationId, writer.language()));
        return Letter.of("answer", "answer/" + key + "/" + writer.key(), writer.email(), writer.language())
                .contract(contract.id())
                .receipt(writer.receiptHash())
                .subject("moderation.mail.answer.subject", title)
                .say("moderation.mail.answer.hello", title);
    }
}
