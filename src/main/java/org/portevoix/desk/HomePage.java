package org.portevoix.desk;

import java.util.List;
import java.util.Optional;
import org.portevoix.account.DeskPages;

/**
 * What waits, most pressing first.
 *
 * @param administersSite sees what to do where the site has no contract at all
 */
record HomePage(List<Work.Waiting> waiting, List<ContractLine> contracts, boolean administersSite) {

    boolean isQuiet() {
        return waiting.isEmpty();
    }

    boolean hasContracts() {
        return !contracts.isEmpty();
    }

    /** Whether anything of what waits could be the person's to do. */
    boolean hasWork() {
        return contracts.stream().anyMatch(one -> !one.menu().groups().isEmpty());
    }

    /** The address of the one place where the person has anything to do, as a member of a council; nothing waits elsewhere. */
    Optional<String> onlyPlace() {
        List<DeskPages.Link> links = contracts.stream()
                .flatMap(one -> one.menu().groups().stream())
                .flatMap(group -> group.links().stream())
                .toList();
        return isQuiet() && !administersSite && links.size() == 1
                ? Optional.of(links.getFirst().address())
                : Optional.empty();
    }

    /** A contract, and where the person may go in it. */
    record ContractLine(DeskPages.Menu menu, boolean mayReport) {}
}
