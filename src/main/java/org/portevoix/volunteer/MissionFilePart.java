package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
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
            boolean isChanged = row.isChanged();
            for (Section slot : section.at("slots").items()) {
                isChanged |= slot(slot, section.required("slug"), id, writer);
            }
            if (isChanged) {
                writer.changed("mission/" + id, "missions/" + writer.contractId());
            }
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        for (ImportedRow row : outline.items("missions", "mission")) {
            row.lines("slots", "SELECT * FROM mission_slot WHERE mission_id = ? ORDER BY starts_at", slot -> {
                slot.section().put("day", outline.day(slot.present("starts_at")));
                slot.section().put("from", outline.hour(slot.present("starts_at")));
                slot.section().put("until", outline.hour(slot.present("ends_at")));
            });
        }
    }

    private static boolean slot(Section section, String mission, long missionId, ImportWriter writer) {
        LocalDate day = Objects.requireNonNull(writer.day(section.at("day")));
        String from = section.required("from");
        ImportedRow row = writer.row(
                        "mission/" + mission + "/" + day + "/" + from,
                        "mission_slot",
                        Map.of("mission_id", missionId, "starts_at", writer.instant(day, from)),
                        section)
                .value("until", "ends_at", writer.instant(day, section.required("until")), null);
        BigDecimal places = section.at("places").number();
        if (places != null && row.present("held") instanceof Number held && places.intValue() < held.intValue()) {
            row.refuse("places", "refused.held");
        } else {
            row.integer("places", "places");
        }
        row.save();
        return row.isChanged();
    }

    private static String usualLevel(String kind) {
        return switch (kind) {
            case "proofreader", "tester" -> "CONTRIBUTOR";
            case "delegate" -> "DECIDER";
            default -> "ACTOR";
        };
    }
}
