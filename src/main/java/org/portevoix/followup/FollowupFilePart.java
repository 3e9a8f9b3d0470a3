package org.portevoix.followup;

import jakarta.inject.Singleton;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports what a contract already answered: you said, we did. */
@Singleton
final class FollowupFilePart implements ContractPart {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void outline(ContractOutline outline) {
        outline.items("followups", "followup");
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("followups").items()) {
            ImportedRow row = writer.item("followup", "followup", section)
                    .position()
                    .reference("action", "action_sheet_id", "action_sheet")
                    .text("said", "said_text")
                    .word("decision", "decision", null)
                    .text("decided", "decided_text")
                    .day("decided_on", "decided_on")
                    .text("next", "next_text")
                    .day("next_on", "next_on")
                    .text("done", "done_text")
                    .day("done_on", "done_on")
                    .string("done_link", "done_link")
                    .reference("done_action", "done_action_sheet_id", "action_sheet")
                    .reference("done_event", "done_event_id", "event");
            row.save();
            if (row.isChanged()) {
                writer.changed("followups/" + writer.contractId());
            }
        }
    }
}
