package org.portevoix.event;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedList;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports a contract's events and their sessions. */
@Singleton
final class EventFilePart implements ContractPart {

    private final ProgrammeChanges programmeChanges;
    private final Clock clock;

    EventFilePart(ProgrammeChanges programmeChanges, Clock clock) {
        this.programmeChanges = programmeChanges;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        List<Section> events = file.section("events").items();
        events.forEach(section -> event(section, writer));
        // An edition may be told before the one that it follows.
        events.forEach(section -> edition(section, writer));
    }

    @Override
    public void outline(ContractOutline outline) {
        for (ImportedRow row : outline.items("events", "event")) {
            row.lines("sessions", "SELECT * FROM event_session WHERE event_id = ? ORDER BY day", session -> {
                session.day("day", "day");
                session.section().put("from", outline.hour(session.present("starts_at")));
                session.section().put("until", outline.hour(session.present("ends_at")));
            });
            row.lines(
                    "programme",
                    "SELECT * FROM event_part WHERE event_id = ? ORDER BY position",
                    part -> part.word("kind", "kind", null)
                            .text("title", "title_text")
                            .string("from", "from_hour")
                            .string("until", "until_hour")
                            .text("place", "place_text")
                            .integer("places", "places")
                            .flag("cancelled", "is_cancelled"));
            row.lines(
                    "asked",
                    "SELECT * FROM event_ask WHERE event_id = ? ORDER BY position",
                    ask -> ask.text("said", "said_text").string("part", "part").text("reply", "reply_text"));
            if (row.present("repeat_rule") != null) {
                row.string("repeat.rule", "repeat_rule");
            }
        }
    }

    private void event(Section section, ImportWriter writer) {
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
                .text("transport", "transport_text")
                .reference("neighbourhood", "neighbourhood_id", "neighbourhood")
                .flag("free", "is_free")
                .text("price", "price_text")
                .words("languages", "languages")
                .words("interpreters", "interpreters")
                .flag("step_free", "is_step_free")
                .flag("quiet_room", "has_quiet_room")
                .flag("child_care", "has_child_care")
                .flag("sign_language", "has_sign_language")
                .string("telephone", "telephone")
                .text("bring", "bring_text")
                .list("programme", programme(section))
                .list("asked", asked(section))
                .text("report", "report_text");
        repeat(section.at("repeat"), row);
        boolean isNew = row.isNew();
        ProgrammeChanges.Before before = row.present("id") instanceof Number present
                        && section.at("programme").isGiven()
                ? programmeChanges.before(present.longValue())
                : null;
        long id =
                row.only("sessions", "day", "event_session", "event_id", "day").save();
        boolean isChanged = row.isChanged();
        if (isChanged && before != null) {
            programmeChanges.tell(id, before);
        }
        String slug = section.required("slug");
        Set<LocalDate> ofRule = new TreeSet<>(isNew ? repeated(section.at("repeat"), writer) : List.of());
        Set<LocalDate> told = new HashSet<>();
        for (Section session : section.at("sessions").items()) {
            LocalDate day = Objects.requireNonNull(writer.day(session.at("day")));
            told.add(day);
            isChanged |= session(session, new Told(slug, id, day, ofRule.contains(day)), writer);
        }
        for (LocalDate day : ofRule) {
            if (!told.contains(day)) {
                isChanged |= session(section.at("repeat"), new Told(slug, id, day, true), writer);
            }
        }
        if (isChanged) {
            writer.changed("event/" + id, "events/" + writer.contractId());
        }
    }

    /** What the desk does not tell stays: repeats are changed in the agenda. */
    private static void repeat(Section repeat, ImportedRow row) {
        if (repeat.isGiven()) {
            row.string("repeat.rule", "repeat_rule")
                    .day("repeat.starts", "repeat_starts")
                    .string("repeat.from", "repeat_from")
                    .string("repeat.until", "repeat_until")
                    .integer("repeat.places", "repeat_places")
                    .words("repeat.except", "repeat_except");
        }
    }

    private static List<LocalDate> repeated(Section section, ImportWriter writer) {
        String rule = section.at("rule").string();
        LocalDate starts = writer.day(section.at("starts"));
        Repeat repeat = rule == null || starts == null
                ? null
                : Repeat.of(
                        rule,
                        starts,
                        section.at("except").words().stream()
                                .map(LocalDate::parse)
                                .toList());
        return repeat == null
                ? List.of()
                : repeat.days().stream().limit(Repeat.MOST_DAYS).toList();
    }

    private static ImportedList programme(Section section) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section part : section.at("programme").items()) {
            BigDecimal places = part.at("places").number();
            List<@Nullable Object> line = new ArrayList<>();
            line.add(part.requiredWord("kind"));
            line.add(part.at("title").text());
            line.add(part.at("from").string());
            line.add(part.at("until").string());
            line.add(part.at("place").text());
            line.add(places == null ? null : places.intValueExact());
            line.add(Boolean.TRUE.equals(part.at("cancelled").flag()));
            lines.add(line);
        }
        return new ImportedList(
                "event_part",
                "event_id",
                true,
                List.of("kind", "title_text", "from_hour", "until_hour", "place_text", "places", "is_cancelled"),
                lines,
                true);
    }

    private static ImportedList asked(Section section) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section ask : section.at("asked").items()) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(ask.at("said").text());
            line.add(ask.at("part").string());
            line.add(ask.at("reply").text());
            lines.add(line);
        }
        return new ImportedList("event_ask", "event_id", true, List.of("said_text", "part", "reply_text"), lines);
    }

    private static void edition(Section section, ImportWriter writer) {
        ImportedRow row = writer.item("event", "event", section).reference("previous", "previous_event_id", "event");
        long id = row.save();
        if (row.isChanged()) {
            writer.changed("event/" + id, "events/" + writer.contractId());
        }
    }

    private boolean session(Section section, Told told, ImportWriter writer) {
        LocalDate day = told.day();
        ImportedRow row = writer.row(
                        "event/" + told.event() + "/" + day,
                        "event_session",
                        Map.of("event_id", told.eventId(), "day", day),
                        section)
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
        row.derived("is_evening", EventSession.isEvening(LocalTime.parse(section.required("from"))));
        if (told.isOfRule()) {
            row.once("is_repeated", true);
        }
        if (row.isChanged()) {
            row.derived("changed_at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        row.save();
        return row.isChanged();
    }

    /** A session that the file names, or its rule. */
    private record Told(String event, long eventId, LocalDate day, boolean isOfRule) {}

    private static String usualLevel(String kind) {
        return kind.equals("working_group") ? "CONTRIBUTOR" : "SPECTATOR";
    }
}
