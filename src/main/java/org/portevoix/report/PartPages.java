package org.portevoix.report;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.web.NotFound;

/** Decides what the page of a part of the report shows: which tables, which of their rows. */
@Singleton
class PartPages {
    /** Rows of a table on one page. */
    static final int ROWS = 25;

    private final ReportPages pages;
    private final Charts charts;
    private final Town town;
    private final Messages messages;

    PartPages(ReportPages pages, Charts charts, Town town, Messages messages) {
        this.pages = pages;
        this.charts = charts;
        this.town = town;
        this.messages = messages;
    }

    /** NotFound for rows after the last. */
    PartPage of(Report report, ReportPart part, ReportQuery query, long contractId, ZoneId zone) {
        Town.Known known = town.of(contractId);
        Narrowed narrowed = new Narrowed(query, known);
        List<Table> whole = part.of(report);
        List<TableView> views = new ArrayList<>();
        boolean hasMore = false;
        boolean hasAny = query.page() == 1;
        for (Table table : whole) {
            Veils veils = Veils.of(narrowed.of(table));
            Table rows = veils.table();
            Table shown = page(rows, query.page());
            boolean isFirst = query.page() == 1;
            boolean hasRows = shown.rows().stream().anyMatch(row -> row.kind() != Kind.TOTAL);
            hasMore |= !rows.key().equals("over_time") && count(rows) > (long) query.page() * ROWS;
            hasAny |= hasRows;
            if (isFirst || hasRows) {
                views.add(pages.view(
                        shown,
                        isFirst ? veils.rows() : List.of(),
                        count(shown) + veils.rows().size() < count(table),
                        report,
                        query));
            }
        }
        if (!hasAny) {
            throw new NotFound();
        }
        ReportHead head = pages.head(report, query, part, zone);
        boolean hasSheets = whole.stream().anyMatch(narrowed::isOfSheets);
        boolean hasAxes = hasSheets || whole.stream().anyMatch(narrowed::isOfAxes);
        boolean hasPlaces = whole.stream().anyMatch(narrowed::isOfPlaces);
        boolean hasRanks = whole.stream().anyMatch(table -> Narrowed.ranking(table) >= 0 && count(table) > 1);
        return new PartPage(
                head,
                messages.say(Language.SOURCE, "report.desk.part." + part.slug()),
                hasAxes ? axes(known, query) : List.of(),
                hasPlaces ? places(known, query) : List.of(),
                hasSheets,
                query.title(),
                !query.axis().isEmpty()
                        || !query.title().isEmpty()
                        || !query.place().isEmpty(),
                hasRanks ? head.address() + query.ranked(!query.isRanked()) : null,
                query.isRanked(),
                views,
                query.page() > 1 ? head.address() + query.turned(query.page() - 1) : null,
                query.page(),
                hasMore ? head.address() + query.turned(query.page() + 1) : null);
    }

    /** A table as it is chosen, with all its rows; NotFound where the report has none of this key. */
    Table chosen(Report report, String key, ReportQuery query, long contractId) {
        return new Narrowed(query, town.of(contractId)).of(report.table(key).orElseThrow(NotFound::new));
    }

    /** The drawing of the first rows of a table; NotFound where it has none. */
    Chart chart(Report report, String key, ReportQuery query, long contractId) {
        Chart chart =
                charts.of(page(Veils.of(chosen(report, key, query, contractId)).table(), query.page()), report.curve());
        if (chart == null) {
            throw new NotFound();
        }
        return chart;
    }

    /** Where and when, for a drawing that is taken away. */
    String when(Report report) {
        return pages.when(report);
    }

    private static long count(Table table) {
        return table.rows().stream().filter(row -> row.kind() != Kind.TOTAL).count();
    }

    /** Some of the rows, and always the total: months all, for they are one drawing. */
    private static Table page(Table table, int number) {
        if (count(table) <= ROWS || table.key().equals("over_time")) {
            return number == 1
                    ? table
                    : table.with(table.rows().stream()
                            .filter(row -> row.kind() == Kind.TOTAL)
                            .toList());
        }
        List<Row> shown = new ArrayList<>();
        long place = 0;
        for (Row row : table.rows()) {
            boolean isTotal = row.kind() == Kind.TOTAL;
            if (isTotal || place / ROWS == number - 1) {
                shown.add(row);
            }
            place += isTotal ? 0 : 1;
        }
        return table.with(List.copyOf(shown));
    }

    private static List<ReportHead.Choice> axes(Town.Known known, ReportQuery query) {
        return known.axes().entrySet().stream()
                .map(axis -> new ReportHead.Choice(
                        axis.getKey(), axis.getValue(), axis.getKey().equals(query.axis())))
                .toList();
    }

    private static List<ReportHead.Choice> places(Town.Known known, ReportQuery query) {
        return known.places().stream()
                .map(place -> new ReportHead.Choice(
                        place.slug(), place.name(), place.slug().equals(query.place())))
                .toList();
    }
}
