package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.portevoix.account.Desk;
import org.portevoix.contract.Contract;

/** What the team keeps of how it narrows its lists of opinions. */
@Singleton
class SavedFilters {

    private final SavedFilterRepository filters;

    SavedFilters(SavedFilterRepository filters) {
        this.filters = filters;
    }

    /** By name. @param query of the list as it is shown */
    List<Link> of(Desk desk, Contract contract, SavedFilter.Listed list, String query) {
        return filters.findFor(contract.id(), list, desk.accountId()).stream()
                .map(one -> new Link(
                        Objects.requireNonNull(one.id()),
                        one.name(),
                        list.address(contract.slug()) + "?" + one.query(),
                        one.isShared(),
                        one.query().equals(query)))
                .toList();
    }

    void save(Desk desk, Contract contract, SavedFilterForm form) {
        filters.save(new SavedFilter(
                null, contract.id(), desk.accountId(), form.list(), form.name(), form.query(), form.isShared()));
    }

    /** False where there is none that this person may take away. */
    boolean delete(Desk desk, Contract contract, long id) {
        return filters.delete(id, contract.id(), desk.accountId()) == 1;
    }

    /** @param isHere whether the list is shown so */
    record Link(long id, String name, String address, boolean isShared, boolean isHere) {}
}
