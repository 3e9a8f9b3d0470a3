package org.portevoix.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.portevoix.contract.Contract;

/** Lets people in: an account, a role, a letter with a link that is good once. */
@Singleton
public class Invitations {

    private final Accounts accounts;
    private final AccountLetters letters;
    private final Clock clock;

    Invitations(Accounts accounts, AccountLetters letters, Clock clock) {
        this.accounts = accounts;
        this.letters = letters;
        this.clock = clock;
    }

    /** In the caller's transaction, or its own. Who has an account gets the role besides, and a letter that says so. */
    @Transactional
    public Invited invite(String email, String name, Role role, Contract contract) {
        Optional<String> token = accounts.create(email, name, role, contract.id());
        Account account = accounts.findByEmail(email).orElseThrow();
        long id = Objects.requireNonNull(account.id());
        token.ifPresentOrElse(
                link -> letters.invite(account.email(), contract, role, link),
                () -> letters.welcome(account.email(), id, contract, role, clock.millis()));
        return new Invited(id, account.name(), token.map(Invitations::path));
    }

    /** Somebody who administers the site; empty when they have an account. */
    @Transactional
    Optional<Invited> inviteAdministrator(String email, String name) {
        return accounts.createAdministrator(email, name).map(token -> {
            Account account = accounts.findByEmail(email).orElseThrow();
            letters.inviteAdministrator(account.email(), token);
            return new Invited(Objects.requireNonNull(account.id()), account.name(), Optional.of(path(token)));
        });
    }

    /** The letter once more, to somebody who has not come yet; the link before is good no longer. */
    @Transactional
    Optional<Invited> again(Account account, Contract contract, Role role) {
        return linkAgain(account, token -> letters.invite(account.email(), contract, role, token));
    }

    @Transactional
    Optional<Invited> againAdministrator(Account account) {
        return linkAgain(account, token -> letters.inviteAdministrator(account.email(), token));
    }

    /** For one who forgot their password; nothing comes of it for an e-mail that nobody has. */
    @Transactional
    void reset(String email) {
        accounts.findByEmail(email)
                .ifPresent(account -> accounts.anotherLink(Objects.requireNonNull(account.id()))
                        .ifPresent(token -> letters.reset(account.email(), token)));
    }

    private Optional<Invited> linkAgain(Account account, java.util.function.Consumer<String> write) {
        if (account.passwordHash() != null) {
            return Optional.empty();
        }
        return accounts.resetPassword(account.email()).map(token -> {
            write.accept(token);
            return new Invited(Objects.requireNonNull(account.id()), account.name(), Optional.of(path(token)));
        });
    }

    private static String path(String token) {
        return AccountLetters.CHOOSE + token;
    }

    /** @param link its path on this site, for a first password; empty for somebody who has an account */
    public record Invited(long accountId, String name, Optional<String> link) {}
}
