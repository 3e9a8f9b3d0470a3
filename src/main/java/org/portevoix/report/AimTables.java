package org.portevoix.report;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portevoix.actionsheet.SheetAims;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Activities.Activity;
import org.portevoix.participation.Period;
import org.portevoix.participation.Subject;
import org.portevoix.participation.Universalism;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Unit;
import org.portevoix.report.Report.Value;

/** What action sheets promised and what came in their way: stronger where promised or not, brakes, levers. */
@Singleton
class AimTables {
    private final IndicatorTables tables;
    private final SheetAims aims;
    private final Messages messages;

    AimTables(IndicatorTables tables, SheetAims aims, Messages messages) {
        this.tables = tables;
        this.aims = aims;
        this.messages = messages;
    }

    List<Table> of(Contract contract, Period period, Town.Known town, Activity activity) {
        List<SheetAims.Step> steps = aims.steps(contract.id()).stream()
                .filter(step -> period.contains(YearMonth.from(step.on())))
                .toList();
        return List.of(
                stronger(contract, town, activity),
                byAxis("brakes", town, steps, SheetProgress.REASONS, "actionsheet.reason.", SheetAims::hindrances),
                byAxis("levers", town, steps, SheetAims.LEVERS, "actionsheet.desk.lever.", SheetAims::levers));
    }

    /** Stronger where promised: seen, not seen, or it can't be told and why. */
    private Table stronger(Contract contract, Town.Known town, Activity activity) {
        Map<Long, Set<String>> stronger = aims.strongerPlaces(contract.id());
        Map<String, Integer> populations = town.populations();
        List<Row> rows = new ArrayList<>();
        for (Subject.Sheet sheet : town.sheets()) {
            Set<String> places = stronger.get(sheet.id());
            if (places != null) {
                Universalism.Promise promise = Universalism.promise(
                        activity.byAction().getOrDefault(sheet.id(), Map.of()), populations, places);
                Double here = promise.hereRate();
                Double elsewhere = promise.elsewhereRate();
                Universalism.Because because = promise.because();
                rows.add(new Row(
                        sheet.slug(),
                        town.titles().getOrDefault(sheet.slug(), sheet.slug()),
                        Kind.USUAL,
                        List.of(
                                Value.word(names(town, places)),
                                Value.count(promise.here()),
                                here == null ? Value.nothing() : Value.number(here, Unit.PER_THOUSAND),
                                Value.count(promise.elsewhere()),
                                elsewhere == null ? Value.nothing() : Value.number(elsewhere, Unit.PER_THOUSAND),
                                Value.count(promise.nowhere()),
                                Value.word(
                                        because == null
                                                ? say("report.desk.seen."
                                                        + promise.seen().name())
                                                : say("report.desk.cannot_tell." + because.name())))));
            }
        }
        return tables.table(
                "stronger",
                "action",
                List.of("stronger_places", "here", "here_rate", "elsewhere", "elsewhere_rate", "nowhere", "verdict"),
                rows,
                null);
    }

    private static String names(Town.Known town, Set<String> places) {
        return String.join(
                ", ",
                town.places().stream()
                        .filter(place -> places.contains(place.slug()))
                        .map(Town.Place::name)
                        .toList());
    }

    private interface Counting {
        Map<String, Long> of(List<SheetAims.Step> steps);
    }

    /** A row a word, a column an axis: there are fewer axes than words. */
    private Table byAxis(
            String key,
            Town.Known town,
            List<SheetAims.Step> steps,
            List<String> words,
            String says,
            Counting counting) {
        Map<Long, String> axes = new HashMap<>();
        town.sheets().forEach(sheet -> axes.put(sheet.id(), sheet.axis()));
        Map<String, Map<String, Long>> counts = new HashMap<>();
        town.axes()
                .keySet()
                .forEach(axis -> counts.put(
                        axis,
                        counting.of(steps.stream()
                                .filter(step -> axis.equals(axes.get(step.sheetId())))
                                .toList())));
        List<Row> rows = new ArrayList<>();
        for (String word : words) {
            rows.add(row(word.toLowerCase(Locale.ROOT), say(says + word), Kind.USUAL, town, counts, Set.of(word)));
        }
        if (counts.values().stream().anyMatch(each -> each.containsKey(""))) {
            rows.add(row("unsaid", say("report.desk.no_reason"), Kind.UNKNOWN, town, counts, Set.of("")));
        }
        Set<String> all = new HashSet<>(words);
        all.add("");
        rows.add(row("total", say("report.desk.total"), Kind.TOTAL, town, counts, all));
        List<Report.Column> columns = new ArrayList<>();
        town.axes().forEach((slug, title) -> columns.add(new Report.Column(slug, title)));
        columns.add(new Report.Column("all", say("report.desk.column.all")));
        return new Table(
                key, say("report.desk.table." + key), key, say("report.desk.first." + key), columns, rows, null, false);
    }

    private static Row row(
            String key,
            String title,
            Kind kind,
            Town.Known town,
            Map<String, Map<String, Long>> counts,
            Set<String> words) {
        List<Value> values = new ArrayList<>();
        long all = 0;
        for (String axis : town.axes().keySet()) {
            long count = counts.getOrDefault(axis, Map.of()).entrySet().stream()
                    .filter(entry -> words.contains(entry.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            values.add(Value.count(count));
            all += count;
        }
        values.add(Value.count(all));
        return new Row(key, title, kind, values);
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
