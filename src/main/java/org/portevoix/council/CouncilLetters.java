package org.portevoix.council;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.portevoix.account.Accounts;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/** What is written to a council's members, in French: they are of the team. In the transaction of what it tells. */
@Singleton
class CouncilLetters {

    private final CouncilRepository councils;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Texts texts;
    private final Calendar calendar;
    private final Clock clock;

    CouncilLetters(
            CouncilRepository councils, Accounts accounts, Outbox outbox, Texts texts, Calendar calendar, Clock clock) {
        this.councils = councils;
        this.accounts = accounts;
        this.outbox = outbox;
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    void received(Contract contract, Council council, FormalOpinion opinion, String code) {
        String day = calendar.fullDay(Language.SOURCE, opinion.answerBy());
        members(council)
                .forEach((id, email) -> outbox.write(
                        Letter.of("formal_opinion", "formal-opinion/" + opinion.id() + "/" + id, email, Language.SOURCE)
                                .contract(contract.id())
                                .receipt(opinion.receiptHash())
                                .subject("council.desk.mail.received.subject", Map.of("council", name(council)))
                                .say("council.desk.mail.received.body", Map.of("council", name(council), "day", day))
                                .quote(opinion.title())
                                .code(code)
                                .link("council.desk.mail.see", Map.of(), address(contract, council, opinion))
                                .build()));
    }

    void answered(Contract contract, Council council, FormalOpinion opinion) {
        members(council)
                .forEach((id, email) -> outbox.write(Letter.of(
                                "formal_opinion_answer",
                                "formal-opinion-answer/" + opinion.id() + "/" + id,
                                email,
                                Language.SOURCE)
                        .contract(contract.id())
                        .receipt(opinion.receiptHash())
                        .subject("council.desk.mail.answered.subject", Map.of("council", name(council)))
                        .say("council.desk.mail.answered.body", Map.of())
                        .quote(opinion.title())
                        .link("council.desk.mail.see", Map.of(), address(contract, council, opinion))
                        .build()));
    }

    /** A step of what they asked for; {@code key} tells it. */
    void step(Contract contract, Council council, String title, String step, String key, String words) {
        boolean isDone = step.equals("DONE");
        members(council).forEach((id, email) -> {
            Letter.Builder letter = Letter.of("council_step", key + "/" + id, email, Language.SOURCE)
                    .contract(contract.id())
                    .subject(
                            isDone ? "council.desk.mail.done.subject" : "council.desk.mail.brought.subject",
                            Map.of("council", name(council)))
                    .quote(title);
            outbox.write((isDone
                            ? letter.say("council.desk.mail.done.body", Map.of())
                                    .quote(words)
                            : letter.say("council.desk.mail.brought.body", Map.of("day", words)))
                    .link(
                            "council.desk.mail.see",
                            Map.of(),
                            "/equipe/" + contract.slug() + "/conseils/" + council.slug())
                    .build());
        });
    }

    /** With the link by which they choose a password. */
    void invited(Contract contract, Council council, long accountId, String email, String token) {
        outbox.write(Letter.of(
                        "council_invitation",
                        "council-invitation/" + council.key() + "/" + accountId + "/" + clock.millis(),
                        email,
                        Language.SOURCE)
                .contract(contract.id())
                .subject("council.desk.mail.invited.subject", Map.of("council", name(council)))
                .say("council.desk.mail.invited.body", Map.of("council", name(council)))
                .link("council.desk.mail.invited.link", Map.of(), "/equipe/mot-de-passe/" + token)
                .build());
    }

    /** It was withdrawn: letters about it that have not left never will. */
    void drop(FormalOpinion opinion) {
        outbox.drop(opinion.receiptHash());
    }

    private Map<Long, String> members(Council council) {
        return accounts.emails(councils.findMembers(council.key()));
    }

    private String name(Council council) {
        return texts.read(Language.SOURCE, council.nameText())
                .get(council.nameText())
                .body();
    }

    private static String address(Contract contract, Council council, FormalOpinion opinion) {
        return "/equipe/" + contract.slug() + "/conseils/" + council.slug() + "/avis/" + opinion.id();
    }
}
