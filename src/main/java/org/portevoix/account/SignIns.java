package org.portevoix.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;

/** Each coming in, and each one refused, with its line of the sealed log. */
@Singleton
class SignIns {

    private final Accounts accounts;
    private final DeskSessions sessions;
    private final Seal seal;

    SignIns(Accounts accounts, DeskSessions sessions, Seal seal) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.seal = seal;
    }

    /** A new session; gives its token. */
    @Transactional
    String open(long accountId) {
        String token = sessions.open(accountId);
        accounts.see(accountId);
        seal.record(Deed.of(Act.SIGNED_IN).by(accountId).about("account", accountId));
        return token;
    }

    /** A wrong password. Of an e-mail that nobody has, the log keeps that it was so and no more. */
    @Transactional
    void refused(String email) {
        Deed deed = Deed.of(Act.SIGN_IN_REFUSED);
        seal.record(accounts.findId(email).map(id -> deed.about("account", id)).orElse(deed));
    }

    void close(String token) {
        sessions.close(token);
    }
}
