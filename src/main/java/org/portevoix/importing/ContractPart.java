package org.portevoix.importing;

/** How a feature writes its own part of a contract file to its own tables. */
public interface ContractPart {
    /** Parts that others refer to come first: contract 0, actions 10, events 20, consultations 30, the rest 40. */
    int order();

    /** Writes what the file gives and leaves the rest alone; runs inside the import's one transaction. */
    void write(ContractFile file, ImportWriter writer);
}
