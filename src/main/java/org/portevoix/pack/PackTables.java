package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.report.Report.Column;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Unit;
import org.portevoix.report.Report.Value;

/** What the pack holds besides the report's tables, as tables of the same form. */
@Singleton
public class PackTables {
    private final PackWords words;

    PackTables(PackWords words) {
        this.words = words;
    }

    /** The report's tables and all the rest, in the order in which it is told. */
    public List<Table> all(Pack pack) {
        List<Table> all = new ArrayList<>();
        all.add(toDecide(pack));
        all.addAll(pack.report().tables());
        all.add(voices(pack));
        all.addAll(List.of(firsts(pack), due(pack), standings(pack)));
        all.add(changes(pack));
        return all;
    }

    /** Of these, what tells figures and facts: not the words of residents, nor what has changed. */
    List<Table> comparable(Pack pack) {
        List<Table> all = new ArrayList<>(pack.report().tables());
        all.addAll(List.of(toDecide(pack), firsts(pack), due(pack), standings(pack)));
        return all;
    }

    private Table toDecide(Pack pack) {
        return table(
                "to_decide",
                List.of("because"),
                pack.toDecide().stream()
                        .map(point -> row(point.what(), point.what(), word(point.because())))
                        .toList());
    }

    private Table voices(Pack pack) {
        List<Row> rows = new ArrayList<>();
        for (Pack.Voice voice : pack.voices()) {
            String number = Integer.toString(rows.size() + 1);
            rows.add(row(
                    number,
                    number,
                    word(voice.words()),
                    word(voice.language()),
                    word(voice.french()),
                    word(voice.about())));
        }
        return table("voices", List.of("words", "language", "french", "about"), rows);
    }

    private Table firsts(Pack pack) {
        return table(
                "firsts",
                List.of("at_least"),
                pack.firsts().stream()
                        .map(first -> row(first.title(), first.title(), count(first.count())))
                        .toList());
    }

    private Table due(Pack pack) {
        return table(
                "due",
                List.of("who", "by", "late"),
                pack.due().stream()
                        .map(due -> row(
                                or(due.key(), due.title()),
                                due.title(),
                                word(due.who()),
                                word(due.by().toString()),
                                word(words.say(due.isLate() ? "report.desk.yes" : "report.desk.no"))))
                        .toList());
    }

    private Table standings(Pack pack) {
        return table(
                "standings",
                List.of("axis", "progress", "outcome", "reason"),
                pack.standings().stream()
                        .map(standing -> row(
                                or(standing.slug(), standing.action()),
                                standing.action(),
                                word(standing.axis()),
                                word(standing.progress()),
                                word(standing.outcome()),
                                word(standing.reason())))
                        .toList());
    }

    private Table changes(Pack pack) {
        return table(
                "changes",
                List.of("row", "column", "before", "after"),
                pack.changes().stream()
                        .map(change -> row(
                                change.table(),
                                change.table(),
                                word(change.row()),
                                word(change.column()),
                                word(change.before()),
                                word(change.after())))
                        .toList());
    }

    private Table table(String key, List<String> columns, List<Row> rows) {
        return new Table(
                key,
                words.say("pack.desk.table." + key),
                key,
                words.say("pack.desk.first." + key),
                columns.stream()
                        .map(column -> new Column(column, words.say("pack.desk.column." + column)))
                        .toList(),
                rows,
                null,
                false);
    }

    private static Row row(String key, String title, Value... values) {
        return new Row(key, title, Kind.USUAL, List.of(values));
    }

    private static String or(@Nullable String key, String title) {
        return key == null ? title : key;
    }

    private static Value word(@Nullable String word) {
        return new Value(null, Unit.COUNT, word, false, null);
    }

    private static Value count(@Nullable Long count) {
        return new Value(count == null ? null : (double) count, Unit.COUNT, null, count == null, null);
    }
}
