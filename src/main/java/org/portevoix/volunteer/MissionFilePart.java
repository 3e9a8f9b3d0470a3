package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports a contract's missions. */
@Singleton
final class MissionFilePart implements ContractPart {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("missions").items()) {
            ImportedRow row = writer.item("mission", "mission", section)
                    .position()
                    .word("kind", "kind", null)
                    .reference("action", "action_sheet_id", "action_sheet")
                    .word("level", "level", usualLevel(section.required("kind")))
                    .text("title", "title_text")
                    .text("summary", "summary_text")
                    .text("place", "place_text")
                    .text("commitment", "commitment_text")
                    .words("languages", "languages")
                    .integer("places", "places")
                    .integer("minimum_age", "minimum_age")
                    .flag("confidentiality", "is_confidential")
                    .string("telephone", "telephone");
            long id = row.save();
            if (row.isChanged()) {
                writer.changed("mission/" + id, "missions/" + writer.contractId());
            }
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        outline.items("missions", "mission");
    }

    private static String usualLevel(String kind) {
        return switch (kind) {
            case "proofreader", "tester" -> "CONTRIBUTOR";
            case "delegate" -> "DECIDER";
            default -> "ACTOR";
        };
    }
}
