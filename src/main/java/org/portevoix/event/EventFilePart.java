package org.portevoix.event;

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

/** Imports a contract's events and their sessions. */
@Singleton
final class EventFilePart implements ContractPart {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("events").items()) {
            event(section, writer);
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        for (ImportedRow row : outline.items("events", "event")) {
            row.lines("sessions", "SELECT * FROM event_session WHERE event_id = ? ORDER BY day", session -> {
                session.day("day", "day");
                session.section().put("from", outline.hour(session.present("starts_at")));
                session.section().put("until", outline.hour(session.present("ends_at")));
            });
        }
    }

    private static void event(Section section, ImportWriter writer) {
        ImportedRow row = writer.item("event", "event", section)
                .position()
                .word("kind", "kind", null)
                .reference("action", "action_sheet_id", "action_sheet")
                .word("level", "level", usualLevel(section.required("kind")))
                .text("title", "title_text")
                .text("summary", "summary_text")
                .flag("sensitive", "is_sensitive")
                .text("place", "place_text")
                .string("address", "address")
                .text("access", "access_text")
                .reference("neighbourhood", "neighbourhood_id", "neighbourhood")
                .flag("free", "is_free")
                .text("price", "price_text")
                .words("languages", "languages")
                .flag("step_free", "is_step_free")
                .flag("child_care", "has_child_care")
                .flag("sign_language", "has_sign_language")
                .string("telephone", "telephone")
                .text("bring", "bring_text");
        long id =
                row.only("sessions", "day", "event_session", "event_id", "day").save();
        boolean isChanged = row.isChanged();
        for (Section session : section.at("sessions").items()) {
            isChanged |= session(session, section.required("slug"), id, writer);
        }
        if (isChanged) {
            writer.changed("event/" + id, "events/" + writer.contractId());
        }
    }

    private static boolean session(Section section, String event, long eventId, ImportWriter writer) {
        LocalDate day = Objects.requireNonNull(writer.day(section.at("day")));
        ImportedRow row = writer.row(
                        "event/" + event + "/" + day, "event_session", Map.of("event_id", eventId, "day", day), section)
                .value("from", "starts_at", writer.instant(day, section.required("from")), null)
                .value("until", "ends_at", writer.instant(day, section.required("until")), null)
                .word("state", "state", "PLANNED")
                .text("reason", "reason_text")
                .counting("revision");
        BigDecimal places = section.at("places").number();
        if (places != null
                && row.present("taken_places") instanceof Number taken
                && places.intValue() < taken.intValue()) {
            row.refuse("places", "refused.registered");
        } else {
            row.integer("places", "places");
        }
        row.save();
        return row.isChanged();
    }

    private static String usualLevel(String kind) {
        return kind.equals("working_group") ? "CONTRIBUTOR" : "SPECTATOR";
    }
}
