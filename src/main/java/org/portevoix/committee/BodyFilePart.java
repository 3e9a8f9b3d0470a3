package org.portevoix.committee;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.portevoix.contract.Contracts;
import org.portevoix.followup.FollowupAnswers;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports a contract's bodies with their seats and meetings, and the steps of its approval. */
@Singleton
final class BodyFilePart implements ContractPart {

    private final Contracts contracts;
    private final FollowupAnswers answers;

    BodyFilePart(Contracts contracts, FollowupAnswers answers) {
        this.contracts = contracts;
        this.answers = answers;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        boolean isChanged = false;
        boolean meetsOtherwise = false;
        for (Section section : file.section("bodies").items()) {
            String slug = section.required("slug");
            ImportedRow row = writer.item("body", "body", section)
                    .position()
                    .word("kind", "kind", null)
                    .reference("action", "action_sheet_id", "action_sheet")
                    .text("name", "name_text")
                    .text("does", "does_text");
            long id = row.save();
            isChanged |= row.isChanged();
            for (Section seat : section.at("seats").items()) {
                isChanged |= seat(seat, slug, id, writer);
            }
            for (Section meeting : section.at("meetings").items()) {
                meetsOtherwise |= meeting(meeting, slug, id, writer);
            }
        }
        for (Section step : file.section("approval").items()) {
            isChanged |= step(step, writer);
        }
        if (isChanged || meetsOtherwise) {
            writer.changed(Body.listTag(writer.contractId()));
        }
        if (meetsOtherwise) {
            contracts.find(writer.contractId()).ifPresent(answers::retime);
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        for (ImportedRow row : outline.items("bodies", "body")) {
            row.lines(
                            "seats",
                            "SELECT * FROM seat WHERE body_id = ? ORDER BY position, id",
                            seat -> seat.string("key", "slug"))
                    .lines("meetings", "SELECT * FROM body_meeting WHERE body_id = ? ORDER BY day", meeting -> {
                        meeting.day("day", "day");
                        meeting.section().put("from", outline.hour(meeting.present("starts_at")));
                        String place = String.valueOf(meeting.present("place"));
                        if (!place.isEmpty()) {
                            meeting.section().put("place", place);
                        }
                    });
        }
        outline.lines(
                "approval",
                "SELECT * FROM contract_step WHERE contract_id = ? ORDER BY id",
                step -> step.word("step", "kind", null));
    }

    private static boolean seat(Section section, String body, long bodyId, ImportWriter writer) {
        String key = section.required("key");
        ImportedRow row = writer.row(
                        "body/" + body + "/" + key, "seat", Map.of("body_id", bodyId, "slug", key), section)
                .position()
                .word("holder", "holder", null)
                .text("label", "label_text")
                .reference("partner", "partner_id", "partner");
        row.save();
        return row.isChanged();
    }

    private static boolean meeting(Section section, String body, long bodyId, ImportWriter writer) {
        LocalDate day = Objects.requireNonNull(writer.day(section.at("day")));
        ImportedRow row = writer.row(
                        "body/" + body + "/" + day, "body_meeting", Map.of("body_id", bodyId, "day", day), section)
                .value("from", "starts_at", writer.instant(day, section.required("from")), null)
                .value("place", "place", section.at("place").string(), "")
                .word("state", "state", MeetingState.PLANNED.name());
        row.save();
        return row.isChanged();
    }

    private static boolean step(Section section, ImportWriter writer) {
        String step = section.required("step");
        ImportedRow row = writer.row(
                        "approval/" + step,
                        "contract_step",
                        Map.of("contract_id", writer.contractId(), "kind", step.toUpperCase(Locale.ROOT)),
                        section)
                .word("state", "state", null)
                .day("on", "step_on")
                .text("observations", "observations_text");
        row.save();
        return row.isChanged();
    }
}
