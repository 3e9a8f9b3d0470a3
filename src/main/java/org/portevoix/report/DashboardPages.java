package org.portevoix.report;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Period;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** Chooses of a report the few figures that a meeting looks at; it works out none. */
@Singleton
class DashboardPages {
    private static final int NAMED = 4;
    private static final int RANKED = 3;
    private static final int FULL = 100;

    private final ReportPages pages;
    private final FigureWords figures;
    private final Messages messages;

    DashboardPages(ReportPages pages, FigureWords figures, Messages messages) {
        this.pages = pages;
        this.figures = figures;
        this.messages = messages;
    }

    DashboardPage of(Report report, ReportQuery query, ZoneId zone) {
        Table levels = report.table("five_levels").orElseThrow();
        int all = levels.column("all");
        Row total = levels.rows().getLast();
        double most = levels.rows().stream()
                .filter(row -> row.kind() != Kind.TOTAL)
                .mapToDouble(row -> or(row.values().get(all)))
                .max()
                .orElse(0);
        List<DashboardPage.Level> shown = new ArrayList<>();
        for (Row row : levels.rows()) {
            if (row.kind() != Kind.TOTAL) {
                Value value = row.values().get(all);
                shown.add(new DashboardPage.Level(
                        shown.size() + 1,
                        row.title(),
                        shown(value),
                        value.isHidden(),
                        most == 0 ? 0 : (int) Math.round(FULL * or(value) / most),
                        pages.change(levels, row, true)));
            }
        }
        return new DashboardPage(
                pages.head(report, query, null, zone),
                shown(total.values().get(all)),
                pages.change(levels, total, false),
                address(report, query, "five_levels"),
                shown,
                tiles(report, query));
    }

    private List<DashboardPage.Tile> tiles(Report report, ReportQuery query) {
        return List.of(
                missing(report, query),
                firsts(report, query),
                share(report, query, "first_by_neighbourhood", "total", "first"),
                share(report, query, "sessions", "late", "late"),
                inTime(report, query),
                overdue(report, query),
                plans(report, query));
    }

    /** What residents put first. */
    private DashboardPage.Tile firsts(Report report, ReportQuery query) {
        Table table = report.table("firsts").orElseThrow();
        List<DashboardPage.Line> lines = table.rows().stream()
                .filter(row -> row.values().getFirst().number() != null)
                .limit(RANKED)
                .map(row -> new DashboardPage.Line(
                        row.title(),
                        say(
                                "report.desk.tile.at_least",
                                Map.of("n", shown(row.values().getFirst())))))
                .toList();
        return new DashboardPage.Tile(
                address(report, query, "firsts"),
                lines.isEmpty() ? say("report.desk.tile.cannot_tell") : "",
                say("report.desk.tile.firsts"),
                lines.isEmpty() ? say("report.desk.tile.no_firsts") : "",
                true,
                false,
                true,
                lines);
    }

    /** Named only where the figures say so; else that they don't, or why they can't. */
    private DashboardPage.Tile missing(Report report, ReportQuery query) {
        List<Table> tables = Stream.of("missing_places", "missing_ages", "missing_genders")
                .map(report::table)
                .flatMap(Optional::stream)
                .toList();
        List<String> named = new ArrayList<>();
        boolean isTold = false;
        for (Table table : tables) {
            int verdict = table.column("verdict");
            for (Row row : table.rows()) {
                String word = verdict < 0 ? null : row.values().get(verdict).text();
                isTold |= word != null && !word.isEmpty();
                if (say("report.desk.missing").equals(word)) {
                    named.add(row.title());
                }
            }
        }
        String figure = !named.isEmpty()
                ? String.join(", ", named.subList(0, Math.min(NAMED, named.size())))
                : say(isTold ? "report.desk.tile.nobody_missing" : "report.desk.tile.cannot_tell");
        String because = named.size() > NAMED
                ? say("report.desk.tile.more_missing", Map.of("n", named.size() - NAMED))
                : isTold ? "" : because(tables);
        return new DashboardPage.Tile(
                address(report, query, "missing_places"),
                figure,
                say("report.desk.tile.missing"),
                because,
                true,
                false,
                true,
                List.of());
    }

    private String because(List<Table> tables) {
        return tables.stream()
                .map(Table::refusal)
                .filter(refusal -> refusal != null)
                .findFirst()
                .orElse(say("report.desk.refusal.hidden"));
    }

    private DashboardPage.Tile share(Report report, ReportQuery query, String key, String row, String tile) {
        Optional<Table> table = report.table(key);
        Value share = table.flatMap(found -> value(found, row, "share")).orElse(Value.nothing());
        return DashboardPage.Tile.of(
                address(report, query, key),
                percent(share),
                say("report.desk.tile." + tile),
                Stream.of(
                                table.flatMap(found -> beside(found, row)),
                                share.number() == null
                                        ? Optional.of(say("report.desk.tile.without." + tile))
                                        : Optional.<String>empty(),
                                key.startsWith("first") ? before(report) : Optional.<String>empty())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(". ")));
    }

    private String percent(Value share) {
        return share.number() != null ? shown(share) + " %" : share.isHidden() ? shown(share) : "–";
    }

    /** What a share is likely to be, as its interval says; empty where it has none. */
    private Optional<String> beside(Table table, String row) {
        Value low = value(table, row, "low").orElse(Value.nothing());
        Value high = value(table, row, "high").orElse(Value.nothing());
        return low.number() == null || high.number() == null
                ? Optional.empty()
                : Optional.of(
                        say("report.desk.tile.between", Map.of("low", figures.of(low), "high", figures.of(high))));
    }

    /** The share of first times in the half year that this one is compared with, where its own row tells it. */
    private Optional<String> before(Report report) {
        Period previous = report.previous();
        return previous == null
                ? Optional.empty()
                : report.table("first_by_period")
                        .flatMap(table -> value(table, previous.key(), "share"))
                        .filter(share -> share.number() != null)
                        .map(share -> say("report.desk.tile.before", Map.of("share", percent(share))));
    }

    /** Of what was asked more than 60 days ago, and of nothing else. */
    private DashboardPage.Tile inTime(Report report, ReportQuery query) {
        Table answers = report.table("answers").orElseThrow();
        Value due = first(answers, "due").orElse(Value.nothing());
        Value later = first(answers, "not_due").orElse(Value.nothing());
        Value undated = first(answers, "undated").orElse(Value.nothing());
        List<String> told = new ArrayList<>(List.of(say("report.desk.tile.due", Map.of("n", Math.round(or(due))))));
        if (or(later) > 0) {
            told.add(say("report.desk.tile.not_due", Map.of("n", Math.round(or(later)))));
        }
        if (or(undated) > 0) {
            told.add(say("report.desk.tile.undated", Map.of("n", Math.round(or(undated)))));
        }
        return DashboardPage.Tile.of(
                address(report, query, "answers"),
                or(due) == 0 ? "–" : shown(first(answers, "due_in_time").orElse(Value.nothing())),
                say("report.desk.tile.in_time"),
                String.join(" ", told));
    }

    private DashboardPage.Tile overdue(Report report, ReportQuery query) {
        Table answers = report.table("answers").orElseThrow();
        Value late = first(answers, "overdue").orElse(Value.nothing());
        return new DashboardPage.Tile(
                address(report, query, "overdue"),
                shown(late),
                say("report.desk.tile.overdue"),
                say(
                        "report.desk.tile.of.owed",
                        Map.of("n", shown(first(answers, "owed").orElse(Value.nothing())))),
                false,
                or(late) > 0,
                false,
                List.of());
    }

    /** Actions that wait for residents; and those that plan none. */
    private DashboardPage.Tile plans(Report report, ReportQuery query) {
        Table plans = report.table("plans").orElseThrow();
        Value untold = first(plans, "untold").orElse(Value.nothing());
        Value sheets = first(plans, "sheets").orElse(Value.nothing());
        List<String> told = new ArrayList<>(List.of(say("report.desk.tile.of.sheets", Map.of("n", shown(sheets)))));
        if (or(untold) > 0) {
            told.add(say("report.desk.tile.untold", Map.of("n", shown(untold))));
        }
        told.add(say(
                "report.desk.tile.without_plan",
                Map.of("n", Math.round(or(first(plans, "without_plan").orElse(Value.nothing()))))));
        return DashboardPage.Tile.of(
                address(report, query, "plans"),
                or(untold) == or(sheets)
                        ? "–"
                        : shown(first(plans, "without_participation").orElse(Value.nothing())),
                say("report.desk.tile.without_participation"),
                String.join(" ", told));
    }

    private static Optional<Value> first(Table table, String row) {
        return table.rows().stream()
                .filter(each -> each.key().equals(row))
                .map(each -> each.values().getFirst())
                .findFirst();
    }

    private static Optional<Value> value(Table table, String row, String column) {
        int at = table.column(column);
        return table.rows().stream()
                .filter(each -> at >= 0 && each.key().equals(row))
                .map(each -> each.values().get(at))
                .findFirst();
    }

    private static String address(Report report, ReportQuery query, String table) {
        return "/equipe/" + report.contract() + "/rapport/"
                + ReportPart.of(table).slug() + query.base() + "#" + table;
    }

    private String shown(Value value) {
        return figures.of(value);
    }

    private static double or(@Nullable Value value) {
        Double number = value == null ? null : value.number();
        return number == null ? 0 : number;
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }

    private String say(String key, Map<String, Object> values) {
        return messages.say(Language.SOURCE, key, values);
    }
}
