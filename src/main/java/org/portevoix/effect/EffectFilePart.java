package org.portevoix.effect;

import jakarta.inject.Singleton;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports effects that nobody had foreseen. */
@Singleton
final class EffectFilePart implements ContractPart {

    /** After the follow-ups, to which they may belong. */
    @Override
    public int order() {
        return 50;
    }

    @Override
    public void outline(ContractOutline outline) {
        outline.items("effects", "effect");
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("effects").items()) {
            ImportedRow row = writer.item("effect", "effect", section)
                    .position()
                    .text("title", "title_text")
                    .text("words", "words_text")
                    .day("on", "noticed_on")
                    .word("by", "noticed_by", null)
                    .reference("action", "action_sheet_id", "action_sheet")
                    .reference("followup", "followup_id", "followup");
            row.save();
            if (row.isChanged()) {
                writer.changed("contract/" + writer.contractId());
            }
        }
    }
}
