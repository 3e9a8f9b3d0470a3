package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.portevoix.consultation.Writers;
import org.portevoix.contract.Contract;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/** Writes to those who left an address with an opinion what was decided, and what was done. */
@Singleton
class FollowupLetters {

    private final Writers writers;
    private final Texts texts;
    private final Messages messages;
    private final Outbox outbox;

    FollowupLetters(Writers writers, Texts texts, Messages messages, Outbox outbox) {
        this.writers = writers;
        this.texts = texts;
        this.messages = messages;
        this.outbox = outbox;
    }

    /** Once for each decision, however often its words are changed. */
    void decided(
            Contract contract,
            Followup followup,
            FollowupDecision decision,
            long decidedText,
            Collection<Long> opinionIds) {
        for (Writers.Writer writer : writers.of(opinionIds)) {
            String lang = writer.language();
            TextsRead read = texts.read(lang, followup.saidText(), decidedText);
            String key = decision.name().toLowerCase(Locale.ROOT);
            outbox.write(letter(contract, followup, writer, key)
                    .subject("followup.mail.decided.subject", Map.of())
                    .say(
                            "followup.mail.said",
                            Map.of("said", read.get(followup.saidText()).body()))
                    .say(
                            "followup.mail.decided.decision",
                            Map.of("decision", messages.say(lang, "followup.decision." + decision.name())))
                    .quote(read.get(decidedText).body())
                    .link("followup.mail.page", Map.of(), "/" + lang + "/" + contract.slug() + "/suites")
                    .say("followup.mail.why", Map.of())
                    .build());
        }
    }

    void done(Contract contract, Followup followup, long doneText, Collection<Long> opinionIds) {
        for (Writers.Writer writer : writers.of(opinionIds)) {
            String lang = writer.language();
            TextsRead read = texts.read(lang, followup.saidText(), doneText);
            outbox.write(letter(contract, followup, writer, "done")
                    .subject("followup.mail.done.subject", Map.of())
                    .say(
                            "followup.mail.said",
                            Map.of("said", read.get(followup.saidText()).body()))
                    .say("followup.mail.done.now", Map.of())
                    .quote(read.get(doneText).body())
                    .link("followup.mail.page", Map.of(), "/" + lang + "/" + contract.slug() + "/suites")
                    .say("followup.mail.why", Map.of())
                    .build());
        }
    }

    private static Letter.Builder letter(Contract contract, Followup followup, Writers.Writer writer, String what) {
        return Letter.of(
                        "followup",
                        "followup/" + followup.id() + "/" + what + "/" + writer.key(),
                        writer.email(),
                        writer.language())
                .contract(contract.id())
                .receipt(writer.receiptHash());
    }
}
