package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.contract.Contract;
import org.portevoix.council.OwedOpinions;
import org.portevoix.followup.Followups;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.report.Report;

/** What the committee has to decide, as the facts ask it: the gravest first. */
@Singleton
class Points {
    private final Followups followups;
    private final OwedOpinions councils;
    private final SheetProgress sheets;
    private final PackWords words;
    private final Calendar calendar;

    Points(Followups followups, OwedOpinions councils, SheetProgress sheets, PackWords words, Calendar calendar) {
        this.followups = followups;
        this.councils = councils;
        this.sheets = sheets;
        this.words = words;
        this.calendar = calendar;
    }

    /** Eight at most, each with the fact that asks for it. */
    List<Pack.Point> of(Contract contract, Report report) {
        List<Pack.Point> points = new ArrayList<>();
        List<Followups.Awaiting> late = followups.awaiting(contract).stream()
                .filter(Followups.Awaiting::isLate)
                .toList();
        if (!late.isEmpty()) {
            add(points, "late_answers", late.size(), day(late.getFirst().answerBy()));
        }
        List<OwedOpinions.Owed> owed = councils.of(contract.id());
        if (!owed.isEmpty()) {
            add(points, "councils", owed.size(), day(owed.getFirst().by()));
        }
        List<Followups.Promised> steps = followups.promised(contract);
        steps.stream()
                .filter(step -> step.isLate() && step.on() != null)
                .findFirst()
                .ifPresent(first -> add(
                        points,
                        "late_steps",
                        count(steps, step -> step.isLate() && step.on() != null),
                        day(Objects.requireNonNull(first.on()))));
        int without = count(steps, step -> step.on() == null);
        if (without > 0) {
            add(points, "without_step", without, "");
        }
        named(points, "not_reached", sheets(report, "reached", "no_participation", "none_reached"));
        named(points, "missing", missing(report));
        named(
                points,
                "no_reason",
                sheets.stood(contract.id()).stream()
                        .filter(sheet -> sheet.reason() == null
                                && (sheet.progress().equals("POSTPONED")
                                        || sheet.progress().equals("DROPPED")))
                        .map(SheetProgress.Stood::title)
                        .toList());
        named(points, "no_plan", sheets(report, "aimed", "no_plan"));
        return points;
    }

    private void named(List<Pack.Point> points, String key, List<String> names) {
        if (!names.isEmpty()) {
            add(points, key, names.size(), words.names(names));
        }
    }

    private void add(List<Pack.Point> points, String key, int count, String fact) {
        Map<String, Object> arguments = Map.of("count", count, "fact", fact);
        points.add(new Pack.Point(
                words.say("pack.desk.what." + key, arguments), words.say("pack.desk.because." + key, arguments)));
    }

    /** The actions whose cell in this column says one of these; "none reached" is told of those that have a plan. */
    private List<String> sheets(Report report, String column, String... said) {
        List<String> wanted = new ArrayList<>();
        for (String word : said) {
            wanted.add(words.say("report.desk." + word));
        }
        String noPlan = words.say("report.desk.no_plan");
        Report.Table table = table(report, "sheets").orElse(null);
        if (table == null) {
            return List.of();
        }
        int at = index(table, column);
        int aimed = index(table, "aimed");
        return table.rows().stream()
                .filter(row -> wanted.contains(text(row, at)))
                .filter(row -> at == aimed || !noPlan.equals(text(row, aimed)))
                .map(Report.Row::title)
                .toList();
    }

    private List<String> missing(Report report) {
        String verdict = words.say("report.desk.missing");
        List<String> names = new ArrayList<>();
        for (String key : List.of("missing_places", "missing_ages", "missing_genders")) {
            table(report, key)
                    .ifPresent(table -> table.rows().stream()
                            .filter(row -> verdict.equals(text(row, index(table, "verdict"))))
                            .forEach(row -> names.add(row.title())));
        }
        return names;
    }

    private static Optional<Report.Table> table(Report report, String key) {
        return report.tables().stream().filter(table -> table.key().equals(key)).findFirst();
    }

    private static int index(Report.Table table, String column) {
        return table.columns().stream().map(Report.Column::key).toList().indexOf(column);
    }

    private static @Nullable String text(Report.Row row, int column) {
        return column < 0 || column >= row.values().size()
                ? null
                : row.values().get(column).text();
    }

    private static int count(List<Followups.Promised> steps, Predicate<Followups.Promised> which) {
        return (int) steps.stream().filter(which).count();
    }

    private String day(LocalDate day) {
        return calendar.fullDay(Language.SOURCE, day);
    }
}
