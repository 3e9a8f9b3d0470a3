package org.portevoix.participation;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.EvidenceCell.Name;

/**
 * Which figures of the report everybody may read on the public page, as the public edition of the same moment has them. The
 * report shows these and no other of their kind, and protects no detail by hiding what anybody could read elsewhere.
 */
final class PublicMargins {
    /** The name of a public figure of one month. */
    record OfMonth(Cut cut, String category, YearMonth month) {}

    private final EditionFigures figures;
    private final Map<Period, Figures> ofPeriods = new HashMap<>();
    private final Map<YearMonth, Figures> ofMonths = new HashMap<>();

    PublicMargins(EditionFigures figures) {
        this.figures = figures;
    }

    /** Whether everybody may read it; empty where the public figures have nothing of the kind. */
    Optional<Boolean> shows(Name name) {
        boolean isWhole = name.period().isWhole();
        boolean isAll = name.part().equals(Cut.ALL);
        if (name.cut() == Cut.MONTH && isWhole) {
            return isAll
                    ? shows(of(Period.WHOLE).byMonth(), name.category())
                    : shows(of(YearMonth.parse(name.category())).byLevel(), name.part());
        }
        if (name.cut() == Cut.ACTION && isWhole && !isAll) {
            return of(Period.WHOLE).actions().stream()
                    .filter(action -> action.slug().equals(name.category()))
                    .findFirst()
                    .map(action -> action.byLevel().get(name.part()) != null);
        }
        return isAll ? margin(name) : Optional.empty();
    }

    /** The public figures of a month that count what this fact is of. */
    Map<OfMonth, EditionFigures.OfMonth> holding(EvidenceFact fact) {
        Map<Cut, String> categories = new EnumMap<>(Cut.class);
        if (fact.level() != null) {
            categories.put(Cut.LEVEL, fact.level().key());
        }
        categories.put(Cut.CHANNEL, fact.channel().key());
        categories.put(Cut.AXIS, fact.axis());
        categories.put(Cut.ACTION, fact.action());
        if (fact.cut() == Cut.NEIGHBOURHOOD) {
            categories.put(Cut.NEIGHBOURHOOD, fact.category());
        }
        Map<OfMonth, EditionFigures.OfMonth> holding = new LinkedHashMap<>();
        categories.forEach((cut, category) -> figures.ofMonth(cut, category, fact.month())
                .ifPresent(figure -> holding.put(new OfMonth(cut, category, fact.month()), figure)));
        return holding;
    }

    private Optional<Boolean> margin(Name name) {
        Figures of = of(name.period());
        return switch (name.cut()) {
            case TOTAL -> Optional.of(of.participations() != null);
            case LEVEL -> shows(of.byLevel(), name.category());
            case CHANNEL ->
                name.category().equals(Cut.UNKNOWN)
                        ? Optional.empty()
                        : shows(of.byChannel(), Channel.valueOf(name.category()).key());
            case NEIGHBOURHOOD -> shows(of.byNeighbourhood(), name.category());
            case AXIS -> shows(of.byAxis(), name.category());
            case ACTION -> shows(of.byAction(), name.category());
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> shows(Map<String, @Nullable Long> table, String key) {
        return table.containsKey(key) ? Optional.of(table.get(key) != null) : Optional.empty();
    }

    private Figures of(Period period) {
        return ofPeriods.computeIfAbsent(
                period,
                asked -> asked.months()
                        .map(months -> read(months.first(), months.last()))
                        .orElseGet(() -> read(null, null)));
    }

    private Figures of(YearMonth month) {
        return ofMonths.computeIfAbsent(month, asked -> read(asked, asked));
    }

    private Figures read(@Nullable YearMonth from, @Nullable YearMonth to) {
        return figures.figures(from, to, Answers.NONE);
    }
}
