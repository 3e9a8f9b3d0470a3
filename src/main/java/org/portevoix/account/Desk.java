package org.portevoix.account;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portevoix.contract.Contract;
import org.portevoix.web.Forbidden;
import org.portevoix.web.NotFound;

/**
 * The desk of the one who is signed in: who they are, and what they may do in which contract. A controller under
 * {@code /equipe} takes it as an argument.
 */
public final class Desk {

    static final String ATTRIBUTE = "portevoix.desk";

    private final long accountId;
    private final String email;
    private final String name;
    private final List<Contract> contracts;
    private final Map<Long, Set<Permission>> permissions;
    private final boolean isAdministrator;
    private final String csrf;

    /**
     * @param contracts that the person may see
     * @param permissions by the id of the contract
     */
    Desk(Account account, List<Contract> contracts, Map<Long, Set<Permission>> permissions, String csrf) {
        this.accountId = java.util.Objects.requireNonNull(account.id());
        this.email = account.email();
        this.name = account.name();
        this.isAdministrator = account.isAdministrator();
        this.contracts = contracts;
        this.permissions = permissions;
        this.csrf = csrf;
    }

    /** Forbidden when nobody is signed in. */
    public static Desk of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Desk.class).orElseThrow(Forbidden::new);
    }

    public long accountId() {
        return accountId;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public boolean isAdministrator() {
        return isAdministrator;
    }

    /** Forbidden to those who do not administer the site. */
    public void requireAdministrator() {
        if (!isAdministrator) {
            throw new Forbidden();
        }
    }

    /** What each form of the desk sends back, as {@code csrf}. */
    public String csrf() {
        return csrf;
    }

    /** The contract of this address: NotFound when the person has nothing to do with it, Forbidden when they may not do this. */
    public Contract contract(String slug, Permission permission) {
        Contract contract = contracts.stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!may(permission, contract)) {
            throw new Forbidden();
        }
        return contract;
    }

    public boolean may(Permission permission, Contract contract) {
        return permissions.getOrDefault(contract.id(), Set.of()).contains(permission);
    }

    /** Whether they may do it in some contract. */
    public boolean may(Permission permission) {
        return contracts.stream().anyMatch(contract -> may(permission, contract));
    }

    /** By their ids, those in which they may do it. */
    public Map<Long, Contract> contracts(Permission permission) {
        return contracts.stream()
                .filter(contract -> may(permission, contract))
                .collect(Collectors.toMap(Contract::id, Function.identity()));
    }

    /** Those that the person may see, in the order of their addresses. */
    public List<Contract> contracts() {
        return contracts;
    }
}
