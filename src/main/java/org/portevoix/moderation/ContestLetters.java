package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.account.Accounts;
import org.portevoix.account.Permission;
import org.portevoix.consultation.Writers;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Language;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/** Letters about another reading: to those of the team who may give it, and to the writer once it is given. */
@Singleton
class ContestLetters {

    private final Accounts accounts;
    private final Contracts contracts;
    private final Writers writers;
    private final Outbox outbox;

    ContestLetters(Accounts accounts, Contracts contracts, Writers writers, Outbox outbox) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.writers = writers;
        this.outbox = outbox;
    }

    /** To all who may settle it; where nobody can, it waits, and the desk says so. */
    void toTeam(long contractId, long opinionId, long decidedBy) {
        Contract contract = contracts.find(contractId).orElseThrow();
        for (Accounts.Person person : accounts.others(contractId, decidedBy, Permission.MODERATE)) {
            outbox.write(Letter.of(
                            "contest", "contest/" + opinionId + "/" + person.id(), person.email(), Language.SOURCE)
                    .contract(contractId)
                    .subject("moderation.desk.contest.mail.subject", Map.of("territory", contract.territoryName()))
                    .say("moderation.desk.contest.mail.ask", Map.of("id", String.valueOf(opinionId)))
                    .link(
                            "moderation.desk.contest.mail.go",
                            Map.of(),
                            "/equipe/" + contract.slug() + "/avis/" + opinionId)
                    .build());
        }
    }

    void toWriter(long opinionId, Contest.Outcome outcome) {
        for (Writers.Writer writer : writers.of(List.of(opinionId))) {
            outbox.write(Letter.of("contest-result", key(opinionId), writer.email(), writer.language())
                    .receipt(writer.receiptHash())
                    .subject("moderation.mail.contest.subject", Map.of())
                    .say("consultation.contest." + outcome.name(), Map.of())
                    .link("moderation.mail.answer.receipt", Map.of(), "/" + writer.language() + "/suivi")
                    .say("moderation.mail.answer.why", Map.of())
                    .build());
        }
    }

    /** Of what was settled and is undone before it left. */
    void takeBack(long opinionId) {
        outbox.takeBack(key(opinionId));
    }

    private static String key(long opinionId) {
        return "contest-result/" + opinionId;
    }
}
