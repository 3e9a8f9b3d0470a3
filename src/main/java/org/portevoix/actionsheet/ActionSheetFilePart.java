package org.portevoix.actionsheet;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedList;
import org.portevoix.importing.ImportedMarks;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports a contract's action sheets. */
@Singleton
final class ActionSheetFilePart implements ContractPart {
    private static final String PLACES = """
            SELECT n.slug FROM action_sheet_neighbourhood l
            JOIN neighbourhood n ON n.id = l.neighbourhood_id
            WHERE l.action_sheet_id = ? AND l.%s
            ORDER BY n.position
            """;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("actions").items()) {
            ImportedRow row = writer.item("action", "action_sheet", section).position();
            identity(row, section, writer);
            practical(row);
            participation(row, section);
            where(row, section, writer);
            row.list("history", history(section, writer)).list("indicators", indicators(section));
            long id = row.only("measures", "key", "action_sheet_measure", "action_sheet_id", "slug")
                    .save();
            boolean isChanged = row.isChanged();
            for (Section measure : section.at("measures").items()) {
                isChanged |= measure(measure, section.required("slug"), id, writer);
            }
            if (isChanged) {
                writer.changed("action/" + id, "actions/" + writer.contractId());
            }
        }
    }

    @Override
    public void outline(ContractOutline outline) {
        for (ImportedRow row : outline.items("actions", "action_sheet")) {
            row.slugs("neighbourhoods", PLACES.formatted("is_held"))
                    .slugs("approach.where", PLACES.formatted("is_stronger"))
                    .slugs("partners", """
                            SELECT p.slug FROM action_sheet_partner l
                            JOIN partner p ON p.id = l.partner_id
                            WHERE l.action_sheet_id = ?
                            ORDER BY p.id
                            """)
                    .lines(
                            "history",
                            "SELECT * FROM action_sheet_history WHERE action_sheet_id = ? ORDER BY position",
                            line -> line.day("on", "changed_on")
                                    .word("progress", "progress", null)
                                    .word("outcome", "outcome", null)
                                    .word("reason", "reason", null)
                                    .word("lever", "lever", null)
                                    .text("note", "note_text")
                                    .text("adaptation", "adaptation_text"))
                    .texts(
                            "indicators",
                            "SELECT title_text FROM action_sheet_indicator WHERE action_sheet_id = ? ORDER BY position")
                    .lines(
                            "measures",
                            "SELECT * FROM action_sheet_measure WHERE action_sheet_id = ? ORDER BY position, id",
                            ActionSheetFilePart::outline);
        }
    }

    private static void outline(ImportedRow measure) {
        measure.string("key", "slug")
                .lines(
                        "values",
                        "SELECT * FROM action_sheet_reading WHERE measure_id = ? ORDER BY position",
                        line -> line.day("on", "measured_on")
                                .decimal("value", "value")
                                .string("source", "source"));
        String unit = String.valueOf(measure.present("unit"));
        if (!unit.isEmpty()) {
            measure.section().put("unit", unit);
        }
    }

    private static void identity(ImportedRow row, Section section, ImportWriter writer) {
        row.reference("axis", "axis_id", "axis")
                .reference("theme", "theme_id", "theme")
                .text("title", "title_text")
                .text("summary", "summary_text")
                .word("phase", "phase", null)
                .day("starts", "starts_on")
                .day("ends", "ends_on")
                .word("progress", "progress", null)
                .word("outcome", "outcome", null)
                .flag("sensitive", "is_sensitive")
                .word("approach.kind", "approach", null)
                .text("approach.base", "approach_base_text")
                .text("approach.stronger", "approach_stronger_text")
                .text("approach.why", "approach_why_text")
                .words("determinants", "determinants")
                .words("publics", "publics")
                .reference("lead", "lead_partner_id", "partner")
                .text("objectives", "objectives_text")
                .text("context", "context_text")
                .text("means", "means_text")
                .words("pathway.improves", "pathway")
                .text("pathway.break", "pathway_break_text");
        boolean keepsAxis = row.isNew()
                || row.present("axis_id") instanceof Number axis
                        && Long.valueOf(axis.longValue())
                                .equals(writer.id("axis", section.at("axis").string()));
        if (!keepsAxis && !section.at("theme").isGiven()) {
            // A theme belongs to one axis.
            row.without("theme", "theme_id");
        }
    }

    private static void practical(ImportedRow row) {
        row.text("practical.place", "place_text")
                .string("practical.address", "address")
                .text("practical.hours", "hours_text")
                .string("practical.telephone", "telephone")
                .flag("practical.free", "is_free")
                .text("practical.price", "price_text")
                .word("practical.appointment", "appointment", null)
                .text("practical.papers", "papers_text")
                .words("practical.languages", "languages");
    }

    /** Planned, or none planned and why: one empties the other. */
    private static void participation(ImportedRow row, Section section) {
        row.text("participation.none_because", "plan_none_text");
        if (section.at("participation.none_because").isGiven()) {
            row.without("participation.level", "plan_level")
                    .without("participation.how_many", "plan_how_many")
                    .withoutText("participation.who", "plan_who_text")
                    .withoutText("participation.invited", "plan_invited_text")
                    .withoutText("participation.followed", "plan_followed_text");
        } else {
            row.word("participation.level", "plan_level", null)
                    .integer("participation.how_many", "plan_how_many")
                    .text("participation.who", "plan_who_text")
                    .text("participation.invited", "plan_invited_text")
                    .text("participation.followed", "plan_followed_text")
                    .withoutText("participation.none_because", "plan_none_text");
        }
    }

    private static void where(ImportedRow row, Section section, ImportWriter writer) {
        row.marks("neighbourhoods", marks("is_held", section.at("neighbourhoods"), writer))
                .marks("approach.where", marks("is_stronger", section.at("approach.where"), writer))
                .list(
                        "partners",
                        ImportedList.ofIds(
                                "action_sheet_partner",
                                "action_sheet_id",
                                "partner_id",
                                ids("partner", section.at("partners"), writer)));
    }

    private static ImportedMarks marks(String flag, Section section, ImportWriter writer) {
        return new ImportedMarks(
                "action_sheet_neighbourhood",
                "action_sheet_id",
                "neighbourhood_id",
                flag,
                ids("neighbourhood", section, writer));
    }

    private static List<@Nullable Long> ids(String table, Section section, ImportWriter writer) {
        List<@Nullable Long> ids = new ArrayList<>();
        section.words().forEach(slug -> ids.add(writer.id(table, slug)));
        return ids;
    }

    private static ImportedList history(Section section, ImportWriter writer) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section past : section.at("history").items()) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(writer.day(past.at("on")));
            line.add(past.at("progress").word());
            line.add(past.at("outcome").word());
            line.add(past.at("reason").word());
            line.add(past.at("lever").word());
            line.add(past.at("note").text());
            line.add(past.at("adaptation").text());
            lines.add(line);
        }
        return new ImportedList(
                "action_sheet_history",
                "action_sheet_id",
                true,
                List.of("changed_on", "progress", "outcome", "reason", "lever", "note_text", "adaptation_text"),
                lines);
    }

    private static boolean measure(Section section, String action, long sheetId, ImportWriter writer) {
        String key = section.required("key");
        ImportedRow row = writer.row(
                        "action/" + action + "/" + key,
                        "action_sheet_measure",
                        Map.of("action_sheet_id", sheetId, "slug", key),
                        section)
                .position()
                .text("title", "title_text")
                .word("kind", "kind", null)
                .value("unit", "unit", section.at("unit").string(), "")
                .decimal("baseline", "baseline")
                .decimal("target", "target")
                .list("values", readings(section, writer));
        row.save();
        return row.isChanged();
    }

    private static ImportedList readings(Section section, ImportWriter writer) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section reading : section.at("values").items()) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(writer.day(reading.at("on")));
            line.add(reading.at("value").number());
            line.add(reading.at("source").string());
            lines.add(line);
        }
        return new ImportedList(
                "action_sheet_reading", "measure_id", true, List.of("measured_on", "value", "source"), lines);
    }

    private static ImportedList indicators(Section section) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        section.at("indicators").items().forEach(indicator -> lines.add(List.of(indicator.text())));
        return new ImportedList("action_sheet_indicator", "action_sheet_id", true, List.of("title_text"), lines);
    }
}
