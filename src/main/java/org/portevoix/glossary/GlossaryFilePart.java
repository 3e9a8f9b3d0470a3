package org.portevoix.glossary;

import jakarta.inject.Singleton;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports the words that a contract explains. */
@Singleton
final class GlossaryFilePart implements ContractPart {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("terms").items()) {
            ImportedRow row = writer.item("term", "term", section)
                    .position()
                    .text("title", "title_text")
                    .text("stands_for", "stands_for_text")
                    .text("explanation", "explanation_text");
            row.save();
            if (row.isChanged()) {
                // A word is explained on any page of its contract.
                writer.changed("contract/" + writer.contractId());
            }
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        outline.items("terms", "term");
    }
}
