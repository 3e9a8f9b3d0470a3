package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.pack.Spreadsheet.Cell;
import org.portevoix.pack.Spreadsheet.Form;
import org.portevoix.report.Report;

/** The pack as a spreadsheet, for who works on with its figures: a sheet for each table. */
@Singleton
class PackOds implements PackFormat {
    private final PaperWords words;
    private final PackSummary summary;

    PackOds(PaperWords words, PackSummary summary) {
        this.words = words;
        this.summary = summary;
    }

    @Override
    public String ending() {
        return "ods";
    }

    @Override
    public String mediaType() {
        return "application/vnd.oasis.opendocument.spreadsheet";
    }

    @Override
    public byte[] write(Pack pack) {
        Spreadsheet sheets = new Spreadsheet(words.say("pack.desk.paper.title", Map.of("title", pack.title())));
        toRead(pack, sheets);
        texts(
                sheets,
                "pack.desk.paper.to_decide",
                List.of("pack.desk.paper.to_decide", "pack.desk.paper.because"),
                pack.toDecide().stream()
                        .map(point -> List.of(point.what(), point.because()))
                        .toList());
        pack.report().tables().forEach(table -> table(table, sheets));
        texts(
                sheets,
                "pack.desk.paper.voices",
                List.of(
                        "pack.desk.paper.words",
                        "pack.desk.paper.language",
                        "pack.desk.paper.words_in_french",
                        "pack.desk.paper.about"),
                pack.voices().stream()
                        .map(voice -> {
                            String french = voice.french();
                            return List.of(
                                    voice.words(),
                                    words.language(voice.language()),
                                    french == null ? "" : french,
                                    voice.about());
                        })
                        .toList());
        firsts(pack, sheets);
        texts(
                sheets,
                "pack.desk.paper.due",
                List.of(
                        "pack.desk.paper.owed",
                        "pack.desk.paper.owed_by",
                        "pack.desk.paper.owed_until",
                        "pack.desk.paper.owed_state"),
                pack.due().stream()
                        .map(due -> List.of(
                                due.title(),
                                due.who(),
                                due.by().toString(),
                                words.say(due.isLate() ? "pack.desk.paper.late" : "pack.desk.paper.in_time")))
                        .toList());
        standings(pack, sheets);
        method(pack, sheets);
        texts(
                sheets,
                "pack.desk.paper.changes",
                List.of(
                        "pack.desk.paper.change.table",
                        "pack.desk.paper.change.row",
                        "pack.desk.paper.change.column",
                        "pack.desk.paper.change.before",
                        "pack.desk.paper.change.after"),
                pack.changes().stream()
                        .map(change ->
                                List.of(change.table(), change.row(), change.column(), change.before(), change.after()))
                        .toList());
        return sheets.write();
    }

    private void toRead(Pack pack, Spreadsheet sheets) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.say("pack.desk.paper.kind")));
        rows.add(List.of(words.origin(pack)));
        if (!pack.changes().isEmpty()) {
            rows.add(List.of(words.say("pack.desk.paper.corrects")));
        }
        summary.of(pack).forEach(sentence -> rows.add(List.of(sentence)));
        rows.add(List.of(words.say("pack.desk.paper.counts")));
        rows.add(List.of(words.say("report.desk.why_hidden")));
        rows.add(List.of(words.say("pack.desk.paper.cells")));
        rows.add(List.of(words.say("pack.desk.paper.licence")));
        sheets.add(
                words.say("pack.desk.paper.to_read"),
                List.of(pack.title()),
                rows.stream().map(PackOds::cells).toList());
    }

    private void table(Report.Table table, Spreadsheet sheets) {
        List<String> heads = new ArrayList<>(List.of(table.first()));
        table.columns().forEach(column -> heads.add(column.title()));
        List<List<Cell>> rows = new ArrayList<>();
        for (Report.Row row : table.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(row.title())));
            row.values().forEach(value -> cells.add(cell(value)));
            rows.add(cells);
        }
        if (table.refusal() != null) {
            rows.add(List.of(Cell.text(table.refusal())));
        }
        if (table.isForCommittee()) {
            rows.add(List.of(Cell.text(words.say("report.desk.for_committee"))));
        }
        sheets.add(table.title(), heads, rows);
    }

    private Cell cell(Report.Value value) {
        Double number = value.number();
        String text = words.figure(value);
        if (number == null || number.isInfinite() || number.isNaN()) {
            return Cell.text(text);
        }
        return switch (value.unit()) {
            case COUNT -> new Cell(text, (double) Math.round(number), Form.WHOLE);
            case PER_THOUSAND, RATIO -> new Cell(text, number, Form.TWO_DECIMALS);
            case PERCENT -> new Cell(text + "\u00a0%", number / 100, Form.PERCENT);
            case INDEX -> new Cell(text, number, Form.THREE_DECIMALS);
        };
    }

    private void firsts(Pack pack, Spreadsheet sheets) {
        if (pack.firsts().isEmpty()) {
            return;
        }
        sheets.add(
                words.say("pack.desk.paper.firsts"),
                List.of(words.say("pack.desk.paper.first"), words.say("pack.desk.paper.least")),
                pack.firsts().stream()
                        .map(first -> {
                            Long count = first.count();
                            return List.of(
                                    Cell.text(first.title()),
                                    count == null
                                            ? Cell.text(words.count(null))
                                            : new Cell(words.count(count), (double) count, Form.WHOLE));
                        })
                        .toList());
    }

    private void standings(Pack pack, Spreadsheet sheets) {
        texts(
                sheets,
                "pack.desk.paper.standings",
                List.of(
                        "report.desk.first.action",
                        "pack.desk.paper.axis",
                        "pack.desk.paper.progress",
                        "pack.desk.paper.outcome",
                        "pack.desk.paper.reason"),
                pack.standings().stream()
                        .map(one -> {
                            String reason = one.reason();
                            return List.of(
                                    one.action(),
                                    one.axis(),
                                    one.progress(),
                                    one.outcome(),
                                    reason == null ? "" : reason);
                        })
                        .toList());
    }

    private void method(Pack pack, Spreadsheet sheets) {
        Map<String, String> abouts = new LinkedHashMap<>();
        for (Report.Table table : pack.report().tables()) {
            abouts.merge(table.about(), table.title(), (known, more) -> known + " · " + more);
        }
        texts(
                sheets,
                "pack.desk.paper.method",
                List.of(
                        "pack.desk.paper.change.table",
                        "pack.desk.paper.formula",
                        "pack.desk.paper.source",
                        "pack.desk.paper.limits"),
                abouts.entrySet().stream()
                        .map(about -> List.of(
                                about.getValue(),
                                words.say("report.desk.formula." + about.getKey()),
                                words.say("report.desk.source." + about.getKey()),
                                words.say("report.desk.limits." + about.getKey())))
                        .toList());
    }

    private void texts(Spreadsheet sheets, String name, List<String> heads, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            sheets.add(
                    words.say(name),
                    heads.stream().map(words::say).toList(),
                    rows.stream().map(PackOds::cells).toList());
        }
    }

    private static List<Cell> cells(List<String> texts) {
        return texts.stream().map(Cell::text).toList();
    }
}
