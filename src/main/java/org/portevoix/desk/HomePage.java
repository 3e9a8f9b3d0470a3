package org.portevoix.desk;

import java.util.List;
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

    /** A contract, and where the person may go in it. */
    record ContractLine(DeskPages.Menu menu, boolean mayReport) {}
}
