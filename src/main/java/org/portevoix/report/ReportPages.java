package org.portevoix.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.EvidenceEditions;
import org.portevoix.participation.Period;

/** What the pages of the report share: their head, and tables as they are shown. */
@Singleton
class ReportPages {
    /** Half years that are one tap away. */
    private static final int NEAR_HALVES = 3;
    /** Of a long table, the rows that are shown at once; of one with no more than {@link #MOST_ROWS}, all are. */
    private static final int FIRST_ROWS = 10;

    private static final int MOST_ROWS = 15;
    private static final int NAMED = 6;

    private final Messages messages;
    private final FigureWords figures;
    private final Charts charts;
    private final Present present;

    /** All participations up to now, of which the desk alone is told: no report holds them, so that no file can. */
    @Singleton
    record Present(EvidenceEditions editions, Contracts contracts) {

        long of(String contract) {
            return editions.presentTotal(contracts.find(contract).orElseThrow().id());
        }
    }

    ReportPages(Messages messages, FigureWords figures, Charts charts, Present present) {
        this.messages = messages;
        this.figures = figures;
        this.charts = charts;
        this.present = present;
    }

    /** {@code here}: the part that is shown, null for the dashboard. */
    ReportHead head(Report report, ReportQuery query, @Nullable ReportPart here, ZoneId zone) {
        String root = "/equipe/" + report.contract() + "/rapport";
        Instant asOf = report.asOf();
        Period previous = report.previous();
        String address = here == null ? root : root + "/" + here.slug();
        return new ReportHead(
                report.contract(),
                address,
                query.base(),
                parts(root, query, here),
                report.periods().stream()
                        .map(each -> new ReportHead.Choice(each.key(), figures.of(each), each.equals(report.period())))
                        .toList(),
                comparisons(query),
                quick(report, query, address, zone),
                against(query, address),
                previous != null && isRunning(report, report.period(), zone),
                figures.of(report.period()),
                previous == null ? "" : figures.of(previous),
                asOf != null,
                report.edition(),
                asOf == null ? "" : moment(asOf, zone),
                FigureWords.whole(present.of(report.contract())),
                report.tables().stream().anyMatch(Report.Table::hides));
    }

    /** Of which town and time its figures are. */
    String when(Report report) {
        Period previous = report.previous();
        String when = report.territory() + ". " + figures.of(report.period());
        return previous == null
                ? when
                : when + ". "
                        + messages.say(
                                Language.SOURCE, "report.desk.compared_with", Map.of("period", figures.of(previous)));
    }

    static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH'\u00a0h\u00a0'mm", Locale.FRANCE)
                .format(at.atZone(zone));
    }

    private List<ReportHead.Part> parts(String report, ReportQuery query, @Nullable ReportPart here) {
        List<ReportHead.Part> parts = new ArrayList<>();
        parts.add(new ReportHead.Part(report + query.base(), say("report.desk.dashboard"), here == null));
        for (ReportPart part : ReportPart.values()) {
            parts.add(new ReportHead.Part(
                    report + "/" + part.slug() + query.base(), say("report.desk.part." + part.slug()), part == here));
        }
        return parts;
    }

    /** The latest half years and year, the whole time; and the one that is shown, wherever it is. */
    private List<ReportHead.Part> quick(Report report, ReportQuery query, String address, ZoneId zone) {
        Set<Period> near = new HashSet<>(List.of(Period.WHOLE, query.period()));
        report.periods().stream()
                .filter(each -> !each.isWhole() && !each.isYear())
                .limit(NEAR_HALVES)
                .forEach(near::add);
        report.periods().stream().filter(Period::isYear).limit(1).forEach(near::add);
        return report.periods().stream()
                .filter(near::contains)
                .map(each -> new ReportHead.Part(
                        address + query.over(each).base(),
                        isRunning(report, each, zone)
                                ? messages.say(
                                        Language.SOURCE,
                                        "report.desk.period.running",
                                        Map.of("period", figures.shortly(each)))
                                : figures.shortly(each),
                        each.equals(query.period())))
                .toList();
    }

    /** Whether the figures end before the period does. */
    private static boolean isRunning(Report report, Period period, ZoneId zone) {
        Instant asOf = report.asOf();
        return !period.isWhole() && asOf != null && !period.last().isBefore(YearMonth.from(asOf.atZone(zone)));
    }

    private List<ReportHead.Part> against(ReportQuery query, String address) {
        return compared(query)
                .map(each -> new ReportHead.Part(
                        address + query.with(each).base(),
                        say("report.desk.compare." + each.word()),
                        each == query.compared()))
                .toList();
    }

    private static Stream<ReportQuery.Compared> compared(ReportQuery query) {
        return Arrays.stream(ReportQuery.Compared.values())
                .filter(each -> !query.period().isWhole()
                        && (each != ReportQuery.Compared.YEAR || !query.period().isYear()));
    }

    private List<ReportHead.Choice> comparisons(ReportQuery query) {
        return compared(query)
                .map(each -> new ReportHead.Choice(
                        each.word(), say("report.desk.compare." + each.word()), each == query.compared()))
                .toList();
    }

    /** {@code shown}: the rows of this page; {@code veiled}: the titles of those that are wholly hidden; {@code isNarrowed}: the whole table has more. */
    TableView view(Report.Table shown, List<String> veiled, boolean isNarrowed, Report report, ReportQuery query) {
        List<TableView.Heading> headings = new ArrayList<>();
        for (int index = 0; index < shown.columns().size(); index++) {
            headings.add(new TableView.Heading(shown.columns().get(index).title(), isOfWords(shown, index)));
        }
        return new TableView(
                shown.key(),
                shown.title(),
                shown.first(),
                shown.about(),
                headings,
                rows(shown, headings, report.contract(), query),
                beyond(shown),
                veiled(veiled),
                shown.refusal(),
                shown.hides(),
                shown.isForCommittee(),
                isNarrowed,
                query.narrowed(),
                charts.of(shown, report.curve()));
    }

    private List<TableView.RowView> rows(
            Report.Table table, List<TableView.Heading> headings, String contract, ReportQuery query) {
        int first = beyond(table) == 0 ? table.rows().size() : FIRST_ROWS;
        List<TableView.RowView> rows = new ArrayList<>();
        for (Report.Row row : table.rows()) {
            boolean isBeyond = rows.size() >= first && row.kind() != Report.Kind.TOTAL;
            rows.add(row(row, isBeyond, table, headings, contract, query));
        }
        return rows;
    }

    /** How many rows are shown on demand; 0 where all are at once. */
    private static int beyond(Report.Table table) {
        int rows = (int) table.rows().stream()
                .filter(row -> row.kind() != Report.Kind.TOTAL)
                .count();
        return rows > MOST_ROWS ? rows - FIRST_ROWS : 0;
    }

    private String veiled(List<String> titles) {
        if (titles.isEmpty()) {
            return "";
        }
        int more = titles.size() - NAMED;
        String names = String.join(", ", titles.subList(0, Math.min(NAMED, titles.size())));
        return messages.say(
                Language.SOURCE,
                more > 0 ? "report.desk.veiled_more" : "report.desk.veiled",
                Map.of("n", titles.size(), "names", names, "more", Math.max(0, more)));
    }

    private static boolean isOfWords(Report.Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.values().get(column).text() != null)
                && table.rows().stream()
                        .noneMatch(row -> row.values().get(column).number() != null);
    }

    private TableView.RowView row(
            Report.Row row,
            boolean isBeyond,
            Report.Table table,
            List<TableView.Heading> headings,
            String contract,
            ReportQuery query) {
        List<TableView.Cell> cells = new ArrayList<>();
        for (int index = 0; index < row.values().size(); index++) {
            Report.Value value = row.values().get(index);
            boolean isDifference = table.columns().get(index).key().equals("difference");
            cells.add(cell(value, isDifference, headings.get(index).isWord(), contract, query));
        }
        return new TableView.RowView(
                row.title(), row.kind() == Report.Kind.TOTAL, row.kind() == Report.Kind.UNKNOWN, isBeyond, cells);
    }

    private TableView.Cell cell(
            Report.Value value, boolean isDifference, boolean isWord, String contract, ReportQuery query) {
        String facts = value.facts();
        Double number = value.number();
        String shown = value.isHidden()
                ? say("report.desk.hidden")
                : isDifference && number != null ? FigureWords.signed(Math.round(number)) : figures.of(value);
        String compared = query.compared() == ReportQuery.Compared.BEFORE
                ? ""
                : "&comparer=" + query.compared().word();
        return new TableView.Cell(
                shown,
                value.isHidden(),
                isWord,
                isDifference && number != null ? Change.way(Math.round(number)) : "",
                facts == null ? null : "/equipe/" + contract + "/rapport/faits?" + facts + compared);
    }

    /** A difference in a sign and in words: "+12 : plus qu'avant (30)". Null where a figure is hidden or nothing is compared. {@code isShort}: without the figure before. */
    @Nullable
    Change change(Report.Table table, Report.Row row, boolean isShort) {
        int before = table.column("before");
        int difference = table.column("difference");
        if (before < 0 || difference < 0) {
            return null;
        }
        Double was = row.values().get(before).number();
        Double moved = row.values().get(difference).number();
        if (was == null || moved == null) {
            return null;
        }
        long by = Math.round(moved);
        String way = Change.way(by);
        return new Change(
                way,
                messages.say(
                        Language.SOURCE,
                        isShort ? "report.desk.change.level." + way : "report.desk.change." + way,
                        Map.of("difference", FigureWords.signed(by), "before", FigureWords.whole(Math.round(was)))));
    }

    /** A difference. {@code way}: more, less or same, for the arrow before its words. */
    record Change(String way, String words) {

        private static String way(long by) {
            return by > 0 ? "more" : by < 0 ? "less" : "same";
        }

        boolean isMore() {
            return way.equals("more");
        }

        boolean isLess() {
            return way.equals("less");
        }
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
