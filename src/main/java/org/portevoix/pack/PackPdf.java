package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.language.Language;
import org.portevoix.paper.Flow;
import org.portevoix.paper.Flow.Style;
import org.portevoix.paper.Grid;
import org.portevoix.paper.Words;
import org.portevoix.report.Report;

/** The pack on paper, and for who hears it (PDF/UA-1): first what to decide, then why. */
@Singleton
class PackPdf implements PackFormat {
    private static final Set<String> LEVELS = Set.of("sheets", "levels");
    private static final Set<String> MISSING =
            Set.of("missing", "universalism", "concentration", "first", "sessions", "continuity", "languages");
    private static final Set<String> DUE = Set.of("answers");
    private static final Set<String> STATUS = Set.of("progress", "pathways", "partners", "seats");

    private final PaperWords words;
    private final PackSummary summary;

    PackPdf(PaperWords words, PackSummary summary) {
        this.words = words;
        this.summary = summary;
    }

    @Override
    public String ending() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public byte[] write(Pack pack) {
        return new Drawing(pack).draw();
    }

    /** One pack on its way to paper. */
    private final class Drawing {
        /** Tables of more rows stand at the end. */
        private static final int LONG = 60;

        private final Pack pack;
        private final Report report;
        private final Flow flow = new Flow(Language.SOURCE);
        private final PackCharts charts = new PackCharts(flow, words);
        private final Map<Words, Grid> annexes = new LinkedHashMap<>();

        Drawing(Pack pack) {
            this.pack = pack;
            this.report = pack.report();
        }

        byte[] draw() {
            toDecide();
            flow.turn();
            inPlainWords();
            flow.turn();
            section("pack.desk.paper.levels", LEVELS, true);
            section("pack.desk.paper.missing", MISSING, false);
            voices();
            firsts();
            due();
            standings();
            others();
            method();
            changes();
            annexes();
            String title = words.say("pack.desk.paper.title", Map.of("title", pack.title()));
            return flow.finish(title, words.french(pack.title() + " · " + words.origin(pack)));
        }

        private void toDecide() {
            flow.paragraph(words.told("pack.desk.paper.kind"), Style.STRONG);
            flow.heading(1, words.french(pack.title()));
            flow.paragraph(words.french(words.origin(pack)), Style.SMALL);
            if (report.asOf() != null) {
                flow.paragraph(
                        words.told(
                                "report.desk.edition",
                                Map.of("number", report.edition(), "date", words.moment(report.asOf(), pack.zone()))),
                        Style.SMALL);
            }
            if (!pack.changes().isEmpty()) {
                flow.paragraph(words.told("pack.desk.paper.corrects"), Style.STRONG);
            }
            flow.heading(2, words.told("pack.desk.paper.to_decide"));
            if (pack.toDecide().isEmpty()) {
                flow.paragraph(words.told("pack.desk.paper.nothing_to_decide"), Style.LEAD);
                return;
            }
            flow.list(
                    true,
                    pack.toDecide().stream()
                            .<Runnable>map(point -> () -> {
                                item(point.what(), Style.STRONG);
                                item(point.because(), Style.BODY);
                            })
                            .toList());
        }

        private void item(String text, Style style) {
            flow.paragraph(words.french(text), style, 22);
        }

        private void inPlainWords() {
            flow.heading(2, words.told("pack.desk.paper.summary"));
            for (String sentence : summary.of(pack)) {
                flow.paragraph(words.french(sentence), Style.LEAD);
            }
            flow.gap(8);
            flow.paragraph(words.told("pack.desk.paper.counts"), Style.BODY);
            if (report.tables().stream().anyMatch(Report.Table::hides)) {
                flow.paragraph(words.told("report.desk.why_hidden"), Style.BODY);
            }
        }

        private void section(String title, Set<String> abouts, boolean isOnNewPage) {
            List<Report.Table> tables = tables(abouts);
            if (tables.isEmpty()) {
                return;
            }
            if (isOnNewPage) {
                flow.turn();
            }
            flow.heading(2, words.told(title));
            tables.forEach(this::table);
        }

        private List<Report.Table> tables(Set<String> abouts) {
            return report.tables().stream()
                    .filter(table -> abouts.contains(table.about()))
                    .toList();
        }

        private void table(Report.Table table) {
            Words title = words.french(table.title());
            flow.room(charts.tall(table) + 110);
            flow.heading(3, title);
            if (table.isForCommittee()) {
                flow.paragraph(words.told("report.desk.for_committee"), Style.SMALL);
            }
            if (table.refusal() != null) {
                flow.paragraph(words.french(table.refusal()), Style.BODY);
            }
            charts.levels(table);
            if (table.key().equals("concentration")) {
                charts.curve(report.curve());
            }
            if (table.rows().isEmpty()) {
                if (table.refusal() == null) {
                    flow.paragraph(words.told("pack.desk.paper.no_rows"), Style.BODY);
                }
                return;
            }
            if (table.hides()) {
                flow.paragraph(words.told("pack.desk.paper.hides"), Style.SMALL);
            }
            put(title, grid(table));
        }

        private void put(Words title, Grid grid) {
            if (grid.rows().size() > LONG) {
                flow.paragraph(
                        words.told(
                                "pack.desk.paper.in_annex",
                                Map.of("count", grid.rows().size())),
                        Style.BODY);
                annexes.put(title, grid);
            } else {
                flow.table(grid);
            }
        }

        private Grid grid(Report.Table table) {
            List<Words> heads = new ArrayList<>(List.of(words.french(table.first())));
            table.columns().forEach(column -> heads.add(words.french(column.title())));
            List<Grid.Row> rows = new ArrayList<>();
            for (Report.Row row : table.rows()) {
                List<Grid.Cell> cells = new ArrayList<>(List.of(cell(row.title())));
                row.values()
                        .forEach(value -> cells.add(new Grid.Cell(
                                words.french(words.figure(value)), value.number() != null || value.isHidden())));
                rows.add(new Grid.Row(cells, weight(row.kind())));
            }
            return new Grid(heads, rows);
        }

        private Grid.Weight weight(Report.Kind kind) {
            return switch (kind) {
                case USUAL -> Grid.Weight.USUAL;
                case UNKNOWN -> Grid.Weight.SOFT;
                case TOTAL -> Grid.Weight.STRONG;
            };
        }

        private Grid.Cell cell(String text) {
            return new Grid.Cell(words.french(text), false);
        }

        private Grid grid(List<String> heads, List<List<Grid.Cell>> rows) {
            return new Grid(
                    heads.stream().map(words::told).toList(),
                    rows.stream()
                            .map(row -> new Grid.Row(row, Grid.Weight.USUAL))
                            .toList());
        }

        private void voices() {
            flow.heading(2, words.told("pack.desk.paper.voices"));
            flow.paragraph(
                    words.told(pack.voices().isEmpty() ? "pack.desk.paper.no_voices" : "pack.desk.paper.voices_hint"),
                    Style.BODY);
            for (Pack.Voice voice : pack.voices()) {
                flow.quote(() -> {
                    flow.paragraph(words.voice(voice), Style.LEAD, 12);
                    String french = voice.french();
                    if (french != null) {
                        flow.paragraph(
                                words.told("pack.desk.paper.in_french", Map.of("words", french)), Style.BODY, 12);
                    }
                    flow.paragraph(
                            words.told(
                                    "pack.desk.paper.said_about",
                                    Map.of("about", voice.about(), "language", words.language(voice.language()))),
                            Style.SMALL,
                            12);
                });
            }
        }

        private void firsts() {
            if (pack.firsts().isEmpty()) {
                return;
            }
            flow.heading(2, words.told("pack.desk.paper.firsts"));
            flow.paragraph(words.told("pack.desk.paper.firsts_counted"), Style.SMALL);
            flow.table(grid(
                    List.of("pack.desk.paper.first", "pack.desk.paper.least"),
                    pack.firsts().stream()
                            .map(first -> List.of(
                                    cell(first.title()), new Grid.Cell(words.french(words.count(first.count())), true)))
                            .toList()));
        }

        private void due() {
            flow.heading(2, words.told("pack.desk.paper.due"));
            if (pack.due().isEmpty()) {
                flow.paragraph(words.told("pack.desk.paper.nothing_due"), Style.BODY);
            } else {
                put(
                        words.told("pack.desk.paper.due"),
                        grid(
                                List.of(
                                        "pack.desk.paper.owed",
                                        "pack.desk.paper.owed_by",
                                        "pack.desk.paper.owed_until",
                                        "pack.desk.paper.owed_state"),
                                pack.due().stream()
                                        .map(due -> List.of(
                                                cell(due.title()),
                                                cell(due.who()),
                                                cell(words.day(due.by())),
                                                cell(words.say(
                                                        due.isLate()
                                                                ? "pack.desk.paper.late"
                                                                : "pack.desk.paper.in_time"))))
                                        .toList()));
            }
            tables(DUE).forEach(this::table);
        }

        private void standings() {
            List<Report.Table> tables = tables(STATUS);
            if (pack.standings().isEmpty() && tables.isEmpty()) {
                return;
            }
            flow.heading(2, words.told("pack.desk.paper.standings"));
            Map<String, List<Pack.Standing>> byAxis = pack.standings().stream()
                    .collect(Collectors.groupingBy(Pack.Standing::axis, LinkedHashMap::new, Collectors.toList()));
            byAxis.forEach((axis, standings) -> {
                Words title = words.french(axis);
                flow.heading(3, title);
                put(
                        title,
                        grid(
                                List.of(
                                        "report.desk.first.action",
                                        "pack.desk.paper.progress",
                                        "pack.desk.paper.outcome",
                                        "pack.desk.paper.reason"),
                                standings.stream()
                                        .map(one -> List.of(
                                                cell(one.action()),
                                                cell(one.progress()),
                                                cell(one.outcome()),
                                                cell(one.reason() == null ? "" : one.reason())))
                                        .toList()));
            });
            tables.forEach(this::table);
        }

        /** What no section above has. */
        private void others() {
            Set<String> abouts = report.tables().stream()
                    .map(Report.Table::about)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            List.of(LEVELS, MISSING, DUE, STATUS).forEach(abouts::removeAll);
            section("pack.desk.paper.others", abouts, false);
        }

        private void method() {
            flow.heading(2, words.told("pack.desk.paper.method"));
            flow.paragraph(words.told("pack.desk.paper.counts"), Style.BODY);
            flow.paragraph(words.told("report.desk.why_hidden"), Style.BODY);
            Map<String, List<Report.Table>> byAbout = report.tables().stream()
                    .collect(Collectors.groupingBy(Report.Table::about, LinkedHashMap::new, Collectors.toList()));
            byAbout.forEach((about, tables) -> {
                flow.heading(
                        3, words.french(tables.stream().map(Report.Table::title).collect(Collectors.joining(" · "))));
                flow.paragraph(words.told("report.desk.formula." + about), Style.BODY);
                flow.paragraph(words.told("report.desk.source." + about), Style.BODY);
                flow.paragraph(words.told("report.desk.limits." + about), Style.BODY);
            });
        }

        private void changes() {
            if (pack.changes().isEmpty()) {
                return;
            }
            Words title = words.told("pack.desk.paper.changes");
            flow.heading(2, title);
            put(
                    title,
                    grid(
                            List.of(
                                    "pack.desk.paper.change.table",
                                    "pack.desk.paper.change.row",
                                    "pack.desk.paper.change.column",
                                    "pack.desk.paper.change.before",
                                    "pack.desk.paper.change.after"),
                            pack.changes().stream()
                                    .map(change -> List.of(
                                            cell(change.table()),
                                            cell(change.row()),
                                            cell(change.column()),
                                            cell(change.before()),
                                            cell(change.after())))
                                    .toList()));
        }

        private void annexes() {
            if (annexes.isEmpty()) {
                return;
            }
            flow.turn();
            flow.heading(2, words.told("pack.desk.paper.annexes"));
            annexes.forEach((title, grid) -> {
                flow.heading(3, title);
                flow.table(grid);
            });
        }
    }
}
