package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.util.List;

/** What a contract tells of itself in lists: who signed, its steps, what it works with, its documents, its partners. */
@Singleton
public class ContractLines {

    private final ContractLineRepository lines;

    ContractLines(ContractLineRepository lines) {
        this.lines = lines;
    }

    /** Names of organisations. */
    public List<String> signatories(long contractId) {
        return lines.findSignatories(contractId);
    }

    public List<ContractPhase> phases(long contractId) {
        return lines.findPhases(contractId);
    }

    public List<ContractLink> links(long contractId) {
        return lines.findLinks(contractId);
    }

    public List<ContractDocument> documents(long contractId) {
        return lines.findDocuments(contractId);
    }

    /** The sector with most partners first. */
    public List<SectorCount> partners(long contractId) {
        return lines.countPartners(contractId);
    }
}
