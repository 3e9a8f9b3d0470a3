package org.portevoix.distress;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.account.Accounts;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who coordinate a contract that somebody may be in danger: at once, and whatever else they asked not to be
 * told. Nothing of what was written is in the letter.
 */
@Singleton
public class DistressAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(DistressAlerts.class);

    private final Accounts accounts;
    private final Outbox outbox;

    DistressAlerts(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** Looks up whom to tell, before the transaction in which they are told. */
    public Alert ready(Contract contract) {
        List<Accounts.Person> told = accounts.toldOfDanger(contract.id());
        if (told.isEmpty()) {
            LOG.warn("Nobody to tell of a danger in contract {}", contract.id());
        }
        return new Alert(contract.id(), contract.slug(), contract.territoryName(), told);
    }

    /**
     * In the transaction of what was written: neither is there without the other.
     *
     * @param about what was written, so that nobody is told of the same twice: "opinion/12/0"
     * @param path at the contract's desk, where it is read: "/avis/12"
     */
    public void write(Alert alert, String about, String path) {
        for (Accounts.Person person : alert.told()) {
            outbox.write(Letter.of("distress", "distress/" + about + "/" + person.id(), person.email(), Language.SOURCE)
                    .contract(alert.contractId())
                    .urgent()
                    .subject("distress.desk.letter.subject", Map.of("territory", alert.territory()))
                    .say("distress.desk.letter.came", Map.of("territory", alert.territory()))
                    .say("distress.desk.letter.do", Map.of())
                    .link("distress.desk.letter.read", Map.of(), "/equipe/" + alert.contract() + path)
                    .say("distress.desk.letter.programme", Map.of())
                    .build());
        }
    }

    /**
     * Who is to be told.
     *
     * @param contract its slug
     */
    public record Alert(long contractId, String contract, String territory, List<Accounts.Person> told) {}
}
