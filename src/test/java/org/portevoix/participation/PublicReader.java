package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whoever keeps a public page: of the whole time, of each month, half year and year. What came between two pages is a batch of
 * its own; a page counts its batch and those before it.
 */
final class PublicReader {
    /** A hidden figure: which sorts of acts of which batches it counts. */
    record Hidden(String name, boolean[] which) {}

    private record Span(Figures figures, Predicate<LedgerLine> among, String name) {}

    private final BoundsAttack attack;
    private final SampleTown town;
    private final int batches;
    private final int last;

    PublicReader(BoundsAttack attack, SampleTown town, int batches, int last) {
        this.attack = attack;
        this.town = town;
        this.batches = batches;
        this.last = last;
    }

    void read(EditionFigures open) {
        for (Span span : spans(open)) {
            Figures figures = span.figures();
            if (figures.participations() != null) {
                attack.know(which(span.among()), figures.participations());
            }
            tables(figures).forEach((cut, table) -> know(table, cut, span.among()));
        }
        Figures whole = open.figures(null, null, Answers.NONE);
        know(whole.byMonth(), Cut.MONTH, line -> true);
        for (Figures.OfAction action : whole.actions()) {
            know(
                    action.byLevel(),
                    Cut.LEVEL,
                    line -> SampleFigures.category(Cut.ACTION, line).equals(action.slug()));
        }
    }

    /** The figures that the page hides although they count something, and less than any figure may show. @param counts of each sort in each batch */
    List<Hidden> hiddenSmall(EditionFigures open, int[] counts) {
        List<Hidden> small = new ArrayList<>();
        for (Span span : spans(open)) {
            tables(span.figures())
                    .forEach((cut, table) -> table.forEach((key, value) -> {
                        boolean[] which = which(span.among()
                                .and(line -> SampleFigures.category(cut, line).equals(key)));
                        long acts = 0;
                        for (int sort = 0; sort < which.length; sort++) {
                            acts += which[sort] ? counts[sort] : 0;
                        }
                        if (value == null && acts > 0 && acts < SmallCells.MINIMUM) {
                            small.add(new Hidden(cut + " " + key + " " + span.name(), which));
                        }
                    }));
        }
        return small;
    }

    private List<Span> spans(EditionFigures open) {
        Figures whole = open.figures(null, null, Answers.NONE);
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(whole, line -> true, "ever"));
        Set<Period> periods = new TreeSet<>();
        for (String month : whole.byMonth().keySet()) {
            YearMonth only = YearMonth.parse(month);
            spans.add(new Span(
                    open.figures(only, only, Answers.NONE), line -> line.month().equals(only), month));
            periods.addAll(FigureTable.parts(only));
        }
        for (Period period : periods) {
            Figures figures = open.figures(period.first(), period.last(), Answers.NONE);
            spans.add(new Span(figures, line -> period.contains(line.month()), period.key()));
        }
        return spans;
    }

    private static Map<Cut, Map<String, @Nullable Long>> tables(Figures figures) {
        Map<Cut, Map<String, @Nullable Long>> tables = new LinkedHashMap<>();
        Map<String, @Nullable Long> channels = new HashMap<>();
        figures.byChannel().forEach((key, value) -> channels.put(key.toUpperCase(Locale.ROOT), value));
        tables.put(Cut.LEVEL, figures.byLevel());
        tables.put(Cut.CHANNEL, channels);
        tables.put(Cut.NEIGHBOURHOOD, figures.byNeighbourhood());
        tables.put(Cut.AXIS, figures.byAxis());
        tables.put(Cut.ACTION, figures.byAction());
        return tables;
    }

    private void know(Map<String, @Nullable Long> table, Cut cut, Predicate<LedgerLine> among) {
        table.forEach((key, value) -> {
            if (value != null) {
                attack.know(
                        which(among.and(
                                line -> SampleFigures.category(cut, line).equals(key))),
                        value);
            }
        });
    }

    private boolean[] which(Predicate<LedgerLine> counted) {
        int sorts = town.sorts().size();
        boolean[] which = new boolean[batches * sorts];
        for (int sort = 0; sort < sorts; sort++) {
            boolean isCounted = counted.test(town.sorts().get(sort));
            for (int batch = 0; batch <= last; batch++) {
                which[batch * sorts + sort] = isCounted;
            }
        }
        return which;
    }
}
