package org.portevoix.report;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Evidence;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Period;
import org.portevoix.participation.Share;
import org.portevoix.participation.Subject;
import org.portevoix.report.Report.Column;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** What a meeting reads first: the five levels, the months, first times over time, and the sheets that wait for residents. */
@Singleton
class OverviewTables {
    private static final int HALF = 6;
    private static final int YEAR = 12;

    private final Messages messages;
    private final FigureWords names;

    OverviewTables(Messages messages, FigureWords names) {
        this.messages = messages;
        this.names = names;
    }

    /** The five levels, with the heads counted at each, beside the period before. */
    Table levels(Evidence now, @Nullable Evidence before) {
        List<Row> rows = new ArrayList<>();
        for (ParticipationLevel level : ParticipationLevel.values()) {
            rows.add(new Row(
                    level.key(),
                    say("report.desk.level." + level.key()),
                    Kind.USUAL,
                    values(
                            now.figure(Cut.LEVEL, level.key()),
                            before == null ? null : before.figure(Cut.LEVEL, level.key()))));
        }
        rows.add(new Row(
                "total",
                say("report.desk.total"),
                Kind.TOTAL,
                values(now.total(), before == null ? null : before.total())));
        return table("five_levels", "five_levels", "level", columns("acts", "heads", before != null), rows);
    }

    private static List<Value> values(Evidence.Figure now, Evidence.@Nullable Figure before) {
        List<Value> values = new ArrayList<>();
        values.add(Value.count(now.shownActs()));
        values.add(now.isHidden() ? Value.hidden() : Value.count(now.heads()));
        values.add(Value.count(now.shown()));
        if (before != null) {
            values.addAll(LevelTables.compared(now, before));
        }
        return values;
    }

    /** Month by month up to the edition, each beside the same month of the period before; months as the contract's {@code zone} has them. */
    Table months(Evidence now, @Nullable Evidence before, ZoneId zone) {
        List<Row> rows = new ArrayList<>();
        for (YearMonth month : months(now, zone)) {
            Evidence.Figure figure = now.figure(Cut.MONTH, month.toString());
            List<Value> values = new ArrayList<>(List.of(Value.count(figure.shown())));
            if (before != null) {
                long apart = ChronoUnit.MONTHS.between(first(before.period()), first(now.period()));
                values.addAll(LevelTables.compared(
                        figure,
                        before.figure(Cut.MONTH, month.minusMonths(apart).toString())));
            }
            rows.add(new Row(month.toString(), LevelTables.month(month), Kind.USUAL, values));
        }
        return table("over_time", "over_time", "month", columns(before != null), rows);
    }

    private static List<YearMonth> months(Evidence now, ZoneId zone) {
        YearMonth asOf = now.asOf().map(at -> YearMonth.from(at.atZone(zone))).orElse(null);
        if (asOf == null) {
            return List.of();
        }
        List<YearMonth> told = now.categories(Cut.MONTH).stream()
                .map(YearMonth::parse)
                .sorted()
                .toList();
        Period period = now.period();
        YearMonth from = period.isWhole() ? told.isEmpty() ? asOf.plusMonths(1) : told.getFirst() : first(period);
        YearMonth last = period.isWhole() ? asOf : from.plusMonths(period.isYear() ? YEAR - 1L : HALF - 1L);
        YearMonth until = last.isAfter(asOf) ? asOf : last;
        // What was counted is shown, whenever it says it was.
        if (!told.isEmpty() && told.getLast().isAfter(until)) {
            until = told.getLast();
        }
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static YearMonth first(Period period) {
        int year = Integer.parseInt(period.key().substring(0, 4));
        return YearMonth.of(year, period.key().endsWith("-2") ? HALF + 1 : 1);
    }

    /** Always the same? The share of first times in each half year. */
    Table firstTimes(List<Evidence> halves) {
        List<Row> rows = new ArrayList<>();
        for (Evidence half : halves) {
            Long first = half.figure(Cut.FIRST, "first").shownActs();
            Long again = half.figure(Cut.FIRST, "again").shownActs();
            List<Value> values = new ArrayList<>(List.of(
                    Value.count(first),
                    Value.count(again),
                    Value.count(half.figure(Cut.FIRST, Cut.UNKNOWN).shownActs())));
            values.addAll(
                    first == null || again == null
                            ? List.of(Value.hidden(), Value.hidden(), Value.hidden())
                            : IndicatorTables.share(Share.of(first, first + again)));
            rows.add(new Row(half.period().key(), names.of(half.period()), Kind.USUAL, values));
        }
        return table(
                "first_by_period",
                "first",
                "period",
                List.of(
                        column("first"),
                        column("again"),
                        column("unsaid"),
                        column("share"),
                        column("low"),
                        column("high")),
                rows);
    }

    /** The sheets that plan no participation, and those that received none. */
    Table plans(Town.Known town, Evidence now) {
        long unplanned = 0;
        long without = 0;
        long untold = 0;
        for (Subject.Sheet sheet : town.sheets()) {
            Long received = now.asOf().isEmpty()
                    ? null
                    : now.figure(Cut.ACTION, sheet.slug()).shown();
            unplanned += sheet.aimedAt() == null ? 1 : 0;
            without += received != null && received == 0 ? 1 : 0;
            untold += received == null ? 1 : 0;
        }
        return table(
                "plans",
                "plans",
                "measure",
                List.of(column("all_sheets")),
                List.of(
                        plan("without_plan", unplanned),
                        plan("without_participation", without),
                        plan("untold", untold),
                        plan("sheets", town.sheets().size())));
    }

    private Row plan(String key, long sheets) {
        return new Row(key, say("report.desk.plans." + key), Kind.USUAL, List.of(Value.count(sheets)));
    }

    private List<Column> columns(String first, String second, boolean isCompared) {
        List<Column> columns = new ArrayList<>(List.of(column(first), column(second)));
        columns.addAll(columns(isCompared));
        return columns;
    }

    private List<Column> columns(boolean isCompared) {
        List<Column> columns = new ArrayList<>(List.of(column("all")));
        if (isCompared) {
            columns.add(column("before"));
            columns.add(column("difference"));
        }
        return columns;
    }

    private Column column(String key) {
        return new Column(key, say("report.desk.column." + key));
    }

    private Table table(String key, String about, String first, List<Column> columns, List<Row> rows) {
        return new Table(
                key,
                say("report.desk.table." + key),
                about,
                say("report.desk.first." + first),
                columns,
                rows,
                null,
                false);
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
