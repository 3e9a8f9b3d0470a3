package org.portevoix.account;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Map;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/** What is written to people of the team about their account, in the transaction of what it tells. */
@Singleton
class AccountLetters {

    static final String CHOOSE = "/equipe/mot-de-passe/";

    private final Outbox outbox;

    AccountLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    /** With the link to choose a first password. */
    void invite(String email, Contract contract, Role role, String token) {
        outbox.write(letter("invitation", email, token)
                .contract(contract.id())
                .subject("account.desk.mail.invitation.subject", Map.of("territory", contract.territoryName()))
                .say(
                        "account.desk.mail.invitation.words",
                        Map.of("territory", contract.territoryName(), "role", role.name()))
                .say("account.desk.mail.link.until", Map.of())
                .link("account.desk.mail.link.choose", Map.of(), CHOOSE + token)
                .build());
    }

    void inviteAdministrator(String email, String token) {
        outbox.write(letter("invitation", email, token)
                .subject("account.desk.mail.administrator.subject", Map.of())
                .say("account.desk.mail.administrator.words", Map.of())
                .say("account.desk.mail.link.until", Map.of())
                .link("account.desk.mail.link.choose", Map.of(), CHOOSE + token)
                .build());
    }

    /** To somebody who has an account: another role. */
    void welcome(String email, long accountId, Contract contract, Role role, long moment) {
        outbox.write(Letter.of(
                        "invitation",
                        "role/" + accountId + "/" + contract.id() + "/" + role + "/" + moment,
                        email,
                        Language.SOURCE)
                .contract(contract.id())
                .subject("account.desk.mail.role.subject", Map.of("territory", contract.territoryName()))
                .say("account.desk.mail.role.words", Map.of("territory", contract.territoryName(), "role", role.name()))
                .link("account.desk.mail.role.go", Map.of(), "/equipe")
                .build());
    }

    /** They forgot theirs, or somebody says so. */
    void reset(String email, String token) {
        outbox.write(letter("password", email, token)
                .subject("account.desk.mail.reset.subject", Map.of())
                .say("account.desk.mail.reset.words", Map.of())
                .say("account.desk.mail.link.until", Map.of())
                .link("account.desk.mail.link.choose", Map.of(), CHOOSE + token)
                .say("account.desk.mail.reset.not_you", Map.of())
                .build());
    }

    private static Letter.Builder letter(String kind, String email, String token) {
        return Letter.of(
                kind, kind + "/" + HexFormat.of().formatHex(Tokens.hash(token), 0, 16), email, Language.SOURCE);
    }
}
