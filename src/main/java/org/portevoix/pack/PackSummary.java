package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.report.Report;

/** The pack in a few plain sentences, each of figures that stand in its tables. */
@Singleton
class PackSummary {
    private static final int FIRSTS = 3;
    private static final List<String> LEVELS = List.of("spectator", "consulted", "contributor", "actor", "decider");

    private final PaperWords words;

    PackSummary(PaperWords words) {
        this.words = words;
    }

    List<String> of(Pack pack) {
        List<String> said = new ArrayList<>();
        levels(pack.report(), said);
        said.addAll(missing(pack.report()));
        share(pack.report(), "first_by_action", "total", "first", said);
        share(pack.report(), "sessions", "late", "late", said);
        if (!pack.firsts().isEmpty()) {
            said.add(words.say(
                    "pack.desk.paper.summary.firsts",
                    Map.of(
                            "firsts",
                            pack.firsts().stream()
                                    .limit(FIRSTS)
                                    .map(Pack.First::title)
                                    .collect(Collectors.joining(" ; ")))));
        }
        if (value(pack.report(), "answers", "asked", "number").isPresent()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            for (String row : List.of("asked", "answered", "in_time", "owed", "overdue")) {
                counts.put(row, shown(pack.report(), "answers", row, "number"));
            }
            said.add(words.say("pack.desk.paper.summary.answers", counts));
        }
        said.add(words.say(
                "pack.desk.paper.summary.work",
                Map.of("points", pack.toDecide().size(), "due", pack.due().size())));
        return said;
    }

    private void levels(Report report, List<String> said) {
        if (report.edition() == 0) {
            said.add(words.say("report.desk.no_edition"));
            return;
        }
        Map<String, Object> counts = new LinkedHashMap<>();
        Stream.concat(LEVELS.stream(), Stream.of("acts", "heads", "all"))
                .forEach(column -> counts.put(column, shown(report, "axis", "total", column)));
        said.add(words.say("pack.desk.paper.summary.total", counts));
        said.add(words.say("pack.desk.paper.summary.levels", counts));
        value(report, "axis", "total", "before")
                .ifPresent(before ->
                        said.add(words.say("pack.desk.paper.summary.before", Map.of("count", words.figure(before)))));
    }

    /** Those of whom the tables say so, or why they can't. */
    private List<String> missing(Report report) {
        List<String> names = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        String verdict = words.say("report.desk.missing");
        boolean isRead = false;
        for (Report.Table table : report.tables()) {
            if (!table.about().equals("missing")) {
                continue;
            }
            if (table.refusal() != null) {
                refused.add(table.title() + ". " + table.refusal());
                continue;
            }
            isRead = true;
            table.rows().stream()
                    .filter(row -> row.values().stream().anyMatch(value -> verdict.equals(value.text())))
                    .forEach(row -> names.add(row.title()));
        }
        List<String> said = new ArrayList<>();
        if (!names.isEmpty()) {
            said.add(words.say("pack.desk.paper.summary.missing", Map.of("names", String.join(", ", names))));
        } else if (isRead) {
            said.add(words.say("pack.desk.paper.summary.nobody_missing"));
        }
        said.addAll(refused);
        return said;
    }

    private void share(Report report, String table, String row, String key, List<String> said) {
        value(report, table, row, "share")
                .filter(value -> value.number() != null)
                .ifPresent(value ->
                        said.add(words.say("pack.desk.paper.share." + key, Map.of("share", words.figure(value)))));
    }

    private String shown(Report report, String table, String row, String column) {
        return value(report, table, row, column).map(words::figure).orElse("0");
    }

    private static Optional<Report.Value> value(Report report, String key, String row, String column) {
        for (Report.Table table : report.tables()) {
            List<String> columns =
                    table.columns().stream().map(Report.Column::key).toList();
            int at = columns.indexOf(column);
            if (table.key().equals(key) && at >= 0) {
                return table.rows().stream()
                        .filter(one -> one.key().equals(row))
                        .map(one -> one.values().get(at))
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
