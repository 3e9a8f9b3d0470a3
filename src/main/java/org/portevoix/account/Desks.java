package org.portevoix.account;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.web.SiteSecret;

/** Finds the desk of a session. */
@Singleton
class Desks {

    /** A council speaks for itself. */
    private static final Set<Permission> OF_ADMINISTRATORS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Permission.COUNCIL)));

    private final DeskSessions sessions;
    private final Accounts accounts;
    private final Contracts contracts;
    private final SiteSecret secret;

    Desks(DeskSessions sessions, Accounts accounts, Contracts contracts, SiteSecret secret) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.contracts = contracts;
        this.secret = secret;
    }

    Optional<Desk> find(String token) {
        return sessions.find(token).flatMap(accounts::find).map(account -> desk(account, token));
    }

    private Desk desk(Account account, String token) {
        Map<Long, Set<Permission>> permissions = new HashMap<>();
        List<Contract> all = contracts.all();
        if (account.isAdministrator()) {
            all.forEach(contract -> permissions.put(contract.id(), OF_ADMINISTRATORS));
        }
        for (Membership membership : accounts.memberships(Objects.requireNonNull(account.id()))) {
            permissions.merge(membership.contractId(), membership.role().permissions(), Desks::both);
        }
        return new Desk(
                account,
                all.stream()
                        .filter(contract -> permissions.containsKey(contract.id()))
                        .toList(),
                permissions,
                HexFormat.of().formatHex(secret.hmac("desk form", token)));
    }

    private static Set<Permission> both(Set<Permission> some, Set<Permission> others) {
        EnumSet<Permission> both = EnumSet.copyOf(some);
        both.addAll(others);
        return both;
    }
}
