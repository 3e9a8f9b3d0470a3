package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.portevoix.consultation.Writers;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;
import org.portevoix.receipt.Said;

/**
 * Writes each step to those who left an address with an opinion: it is gathered, on the agenda of the committee, decided,
 * done; and to the members of a council that asked. Each letter once.
 */
@Singleton
class FollowupLetters {

    private final Writers writers;
    private final List<CouncilVoice> councils;
    private final FollowupRepository followups;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final Outbox outbox;

    FollowupLetters(
            Writers writers,
            List<CouncilVoice> councils,
            FollowupRepository followups,
            Texts texts,
            Calendar calendar,
            Messages messages,
            Outbox outbox) {
        this.writers = writers;
        this.councils = councils;
        this.followups = followups;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.outbox = outbox;
    }

    /** With the day by which the answer is owed. */
    void gathered(Contract contract, Followup followup, Collection<Long> opinionIds) {
        LocalDate answerBy = followup.answerBy();
        if (answerBy == null) {
            return;
        }
        for (Writers.Writer writer : writers.of(opinionIds)) {
            String day = calendar.day(writer.language(), answerBy);
            send(
                    letter(contract, followup, writer, "gathered")
                            .subject("followup.mail.gathered.subject", Map.of())
                            .say("followup.mail.said", said(followup, writer))
                            .say("followup.step.gathered", Map.of())
                            .say("followup.promise.by", Map.of("day", day)),
                    contract,
                    writer);
        }
    }

    /** Of each meeting once. */
    void brought(Contract contract, Followup followup, LocalDate meeting, Collection<Long> opinionIds) {
        for (Writers.Writer writer : writers.of(opinionIds)) {
            String day = calendar.day(writer.language(), meeting);
            send(
                    letter(contract, followup, writer, "brought-" + meeting)
                            .subject("followup.mail.brought.subject", Map.of())
                            .say("followup.mail.said", said(followup, writer))
                            .say("followup.step.brought", Map.of("day", day)),
                    contract,
                    writer);
        }
        tellCouncils(contract, followup, "BROUGHT", "brought-" + meeting, calendar.fullDay(Language.SOURCE, meeting));
    }

    /** Once for each decision, however often its words are changed. */
    void decided(Contract contract, Followup followup, Collection<Long> opinionIds) {
        String key = Objects.requireNonNull(followup.decision()).name();
        for (Writers.Writer writer : writers.of(opinionIds)) {
            String lang = writer.language();
            TextsRead read = texts.read(lang, followup.texts());
            Letter.Builder letter = letter(contract, followup, writer, key.toLowerCase(Locale.ROOT))
                    .subject("followup.mail.decided.subject", Map.of())
                    .say("followup.mail.said", said(followup, writer))
                    .say(
                            "followup.mail.decided.decision",
                            Map.of("decision", messages.say(lang, "followup.decision." + key)))
                    .quote(read.get(Objects.requireNonNull(followup.decidedText()))
                            .body());
            if (followup.nextText() != null && followup.nextOn() != null && !followup.isDone()) {
                letter.say("followup.step.next", Map.of("day", calendar.day(lang, followup.nextOn())))
                        .quote(read.get(followup.nextText()).body());
            }
            send(letter, contract, writer);
        }
    }

    void done(Contract contract, Followup followup, long doneText, Collection<Long> opinionIds) {
        for (Writers.Writer writer : writers.of(opinionIds)) {
            TextsRead read = texts.read(writer.language(), doneText);
            send(
                    letter(contract, followup, writer, "done")
                            .subject("followup.mail.done.subject", Map.of())
                            .say("followup.mail.said", said(followup, writer))
                            .say("followup.mail.done.now", Map.of())
                            .quote(read.get(doneText).body()),
                    contract,
                    writer);
        }
    }

    /** Of formal opinions and proposals; {@code words} in French. */
    void tellCouncils(Contract contract, Followup followup, String step, String key, String words) {
        for (Said.Kind kind : List.of(Said.Kind.FORMAL_OPINION, Said.Kind.PROPOSAL)) {
            for (long saidId : followups.findGathered(followup.id(), kind)) {
                councils.forEach(council ->
                        council.tell(contract, kind, saidId, step, "followup/" + followup.id() + "/" + key, words));
            }
        }
    }

    private Map<String, Object> said(Followup followup, Writers.Writer writer) {
        return Map.of(
                "said",
                texts.read(writer.language(), followup.saidText())
                        .get(followup.saidText())
                        .body());
    }

    private void send(Letter.Builder letter, Contract contract, Writers.Writer writer) {
        outbox.write(
                letter.link("followup.mail.page", Map.of(), "/" + writer.language() + "/" + contract.slug() + "/suites")
                        .say("followup.mail.why", Map.of())
                        .build());
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
