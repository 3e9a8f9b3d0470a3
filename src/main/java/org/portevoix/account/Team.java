package org.portevoix.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.portevoix.contract.Contract;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;

/** Changes what people are, so that each contract and the site keep somebody who can let others in. */
@Singleton
class Team {

    private final AccountRepository accounts;
    private final DeskSessions sessions;
    private final OneTimeLinkRepository links;
    private final Seal seal;

    Team(AccountRepository accounts, DeskSessions sessions, OneTimeLinkRepository links, Seal seal) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.seal = seal;
    }

    /** False when nobody who can sign in would coordinate the contract; an administrator may, who looks after it then. */
    @Transactional
    boolean change(Desk desk, Contract contract, long accountId, Role from, Role to) {
        if (from == to) {
            return true;
        }
        if (!mayTake(desk, contract, accountId, from)) {
            return false;
        }
        if (accounts.deleteMembership(accountId, contract.id(), from) == 1) {
            accounts.addMembership(accountId, contract.id(), to);
            seal.record(Deed.of(Act.ROLE_CHANGED)
                    .in(contract.id())
                    .about("account", accountId)
                    .saying(from + " " + to));
        }
        return true;
    }

    /** False as for {@link #change}. Who is of nothing any more keeps an account that opens nothing. */
    @Transactional
    boolean takeAway(Desk desk, Contract contract, long accountId, Role role) {
        if (!mayTake(desk, contract, accountId, role)) {
            return false;
        }
        if (accounts.deleteMembership(accountId, contract.id(), role) == 1) {
            seal.record(Deed.of(Act.ROLE_TAKEN)
                    .in(contract.id())
                    .about("account", accountId)
                    .saying(role.name()));
        }
        return true;
    }

    /** False when nobody who can sign in would administer the site. */
    @Transactional
    boolean setAdministrator(long accountId, boolean isAdministrator) {
        if (!isAdministrator && isOnly(accounts.holdAdministrators(), accountId)) {
            return false;
        }
        accounts.setAdministrator(accountId, isAdministrator);
        seal.record(
                Deed.of(Act.ADMINISTRATION_CHANGED).about("account", accountId).saying(isAdministrator ? "yes" : "no"));
        return true;
    }

    /** They can't come in any more, from this moment; false for the only administrator. */
    @Transactional
    boolean close(long accountId) {
        if (isOnly(accounts.holdAdministrators(), accountId)) {
            return false;
        }
        accounts.deleteMemberships(accountId);
        accounts.close(accountId);
        sessions.closeAll(accountId);
        links.deleteAll(accountId);
        return true;
    }

    /** Whether all that they are lies where this desk lets people in: else their link is for their own mailbox alone. */
    boolean isWhollyOf(Desk desk, Account account) {
        return desk.isAdministrator()
                || !account.isAdministrator()
                        && accounts.findMemberships(Objects.requireNonNull(account.id())).stream()
                                .allMatch(membership -> desk.contracts().stream()
                                        .anyMatch(contract -> contract.id() == membership.contractId()
                                                && desk.may(Permission.ACCOUNTS, contract)));
    }

    private boolean mayTake(Desk desk, Contract contract, long accountId, Role role) {
        return role != Role.COORDINATOR
                || desk.isAdministrator()
                || !isOnly(accounts.holdCoordinators(contract.id()), accountId);
    }

    private static boolean isOnly(List<Long> holders, long accountId) {
        return holders.contains(accountId) && holders.stream().distinct().count() == 1;
    }
}
