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
import java.util.stream.Collectors;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.web.SiteSecret;

/** Finds the desk of a session, and those of the whole team. */
@Singleton
public class Desks {

    /** A council speaks for itself. */
    private static final Set<Permission> OF_ADMINISTRATORS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Permission.COUNCIL, Permission.PRIORITY_AREAS)));

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

    /**
     * What each one who has ever come in would see at their desk of the contracts that are theirs: an administrator's are
     * those that nobody else coordinates. Its forms can't be sent.
     */
    public List<Desk> ofTheTeam() {
        List<Contract> all = contracts.all();
        Map<Long, List<HeldRole>> held =
                accounts.heldRoles().stream().collect(Collectors.groupingBy(HeldRole::accountId));
        List<TeamAccount> team =
                accounts.team().stream().filter(account -> !account.isInvited()).toList();
        Set<Long> coordinated = team.stream()
                .flatMap(account -> held.getOrDefault(account.id(), List.of()).stream())
                .filter(role -> role.role() == Role.COORDINATOR)
                .map(HeldRole::contractId)
                .collect(Collectors.toSet());
        List<Contract> nobodys = all.stream()
                .filter(contract -> !coordinated.contains(contract.id()))
                .toList();
        return team.stream()
                .map(account -> {
                    List<Membership> memberships = held.getOrDefault(account.id(), List.of()).stream()
                            .map(role -> new Membership(role.contractId(), role.role()))
                            .toList();
                    return desk(
                            accounts.find(account.id()).orElseThrow(),
                            all,
                            account.isAdministrator() ? nobodys : List.of(),
                            memberships,
                            "");
                })
                .toList();
    }

    private Desk desk(Account account, String token) {
        List<Contract> all = contracts.all();
        return desk(
                account,
                all,
                account.isAdministrator() ? all : List.of(),
                accounts.memberships(Objects.requireNonNull(account.id())),
                HexFormat.of().formatHex(secret.hmac("desk form", token)));
    }

    private static Desk desk(
            Account account,
            List<Contract> all,
            List<Contract> administered,
            List<Membership> memberships,
            String csrf) {
        Map<Long, Set<Permission>> permissions = new HashMap<>();
        administered.forEach(contract -> permissions.put(contract.id(), OF_ADMINISTRATORS));
        for (Membership membership : memberships) {
            permissions.merge(membership.contractId(), membership.role().permissions(), Desks::both);
        }
        return new Desk(
                account,
                all.stream()
                        .filter(contract -> permissions.containsKey(contract.id()))
                        .toList(),
                permissions,
                csrf);
    }

    private static Set<Permission> both(Set<Permission> some, Set<Permission> others) {
        EnumSet<Permission> both = EnumSet.copyOf(some);
        both.addAll(others);
        return both;
    }
}
