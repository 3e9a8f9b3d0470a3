package org.portevoix.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A part of the report, on its own page: what a committee asks one thing after the other. */
enum ReportPart {
    PARTICIPATION(
            "participation",
            "five_levels",
            "over_time",
            "channel",
            "age",
            "gender",
            "language",
            "languages",
            "phase",
            "relay",
            "continuity_channels",
            "month"),
    MISSING(
            "absents",
            "missing_places",
            "missing_ages",
            "missing_genders",
            "first_by_period",
            "first_by_neighbourhood"),
    PLACES("quartiers", "neighbourhood", "universalism", "concentration", "continuity_places", "area"),
    ACTIONS(
            "actions",
            "plans",
            "sheets",
            "action",
            "first_by_action",
            "stronger",
            "axis",
            "progress",
            "brakes",
            "levers",
            "pathways"),
    ANSWERS("reponses", "firsts", "answers", "overdue", "owed", "adopted_councils", "adopted_actions"),
    /** And whatever table no part has asked for. */
    WORK("contrat", "sessions", "partners", "presence", "seats");

    private final String slug;
    private final List<String> tables;

    ReportPart(String slug, String... tables) {
        this.slug = slug;
        this.tables = List.of(tables);
    }

    /** In addresses. */
    String slug() {
        return slug;
    }

    static Optional<ReportPart> find(String slug) {
        return Arrays.stream(values()).filter(part -> part.slug.equals(slug)).findFirst();
    }

    static ReportPart of(String table) {
        return Arrays.stream(values())
                .filter(part -> part.tables.contains(table))
                .findFirst()
                .orElse(WORK);
    }

    /** Its tables, in its own order; those that it doesn't name after them. */
    List<Report.Table> of(Report report) {
        List<Report.Table> found = new ArrayList<>(report.tables());
        found.removeIf(table -> of(table.key()) != this);
        found.sort(Comparator.comparingInt(table -> {
            int place = tables.indexOf(table.key());
            return place < 0 ? tables.size() : place;
        }));
        return found;
    }
}
