package org.portevoix.importing;

import java.util.Map;

/** How a feature writes its own part of a contract file to its own tables. */
public interface ContractPart {
    /** Parts that others refer to come first: contract 0, actions 10, events 20, consultations 30, the rest 40. */
    int order();

    /** Writes what the file gives and leaves the rest alone; runs inside the import's one transaction. */
    void write(ContractFile file, ImportWriter writer);

    /**
     * Tells which items the tables hold, and of each what {@link #write} can't read back by its calls: its lists, and
     * what it computes. The rest of each field is then filled in by those calls.
     */
    void outline(ContractOutline outline);

    /**
     * What must not change any more in an item, by field as in the file ("level", "questions"), each with a key of the
     * words file that says why; "" where nothing is held.
     */
    default Map<String, String> held(ContractOutline outline, String list, String slug) {
        return Map.of();
    }
}
