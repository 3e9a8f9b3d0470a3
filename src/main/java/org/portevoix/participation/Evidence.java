package org.portevoix.participation;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the report for one period, as they were frozen: how many participations, by what and at which level. Acts of
 * individuals and heads counted in a room are apart. What could single somebody out is hidden, for everybody alike.
 */
public final class Evidence {
    private static final Figure NONE = new Figure(0, 0, false);
    private static final Figure HIDDEN = new Figure(0, 0, true);

    private final int number;
    private final @Nullable Instant asOf;
    private final Period period;
    private final List<Period> periods;
    private final Map<Cut, Map<String, Map<String, Figure>>> figures = new EnumMap<>(Cut.class);
    private final Set<Cut> withHidden = EnumSet.noneOf(Cut.class);

    /** A figure. Where it is hidden, both numbers are 0 and mean nothing. */
    public record Figure(long acts, long heads, boolean isHidden) {

        /** Acts and heads; null where hidden. */
        public @Nullable Long shown() {
            return isHidden ? null : Long.valueOf(acts + heads);
        }

        /** Acts of individuals; null where hidden. */
        public @Nullable Long shownActs() {
            return isHidden ? null : Long.valueOf(acts);
        }
    }

    Evidence(
            int number,
            @Nullable Instant asOf,
            Period period,
            List<Period> periods,
            Collection<EvidenceCell> cells,
            Collection<EvidenceCell> whole) {
        this.number = number;
        this.asOf = asOf;
        this.period = period;
        this.periods = periods;
        cells.stream().filter(cell -> cell.name().cut() != Cut.MONTH).forEach(this::add);
        whole.stream()
                .filter(cell -> cell.name().cut() == Cut.MONTH)
                .filter(cell ->
                        period.contains(java.time.YearMonth.parse(cell.name().category())))
                .forEach(this::add);
    }

    private void add(EvidenceCell cell) {
        figures.computeIfAbsent(cell.name().cut(), unused -> new TreeMap<>())
                .computeIfAbsent(cell.name().category(), unused -> new TreeMap<>())
                .put(cell.name().part(), cell.isHidden() ? HIDDEN : new Figure(cell.acts(), cell.heads(), false));
        if (cell.isHidden()) {
            withHidden.add(cell.name().cut());
        }
    }

    /** From 1 in each contract; 0 where there is no edition yet. */
    public int number() {
        return number;
    }

    /** When it was frozen; empty where there is no edition yet. */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    public Period period() {
        return period;
    }

    /** Those that can be asked for, the latest first. */
    public List<Period> periods() {
        return periods;
    }

    public Figure total() {
        return figure(Cut.TOTAL, "", Cut.ALL);
    }

    /** The total of a row; of what never counted anything, hidden where its table hides anything, else nothing. */
    public Figure figure(Cut cut, String category) {
        return figure(cut, category, Cut.ALL);
    }

    public Figure figure(Cut cut, String category, String part) {
        Map<String, Map<String, Figure>> table = figures.getOrDefault(cut, Map.of());
        Map<String, Figure> row = table.getOrDefault(category, table.get(EvidenceTables.NEVER));
        Figure found = row == null ? null : row.get(part);
        return found != null ? found : NONE;
    }

    /** The categories that counted anything, or hide whether they did; in the order of their keys. */
    public Set<String> categories(Cut cut) {
        Set<String> found =
                new LinkedHashSet<>(figures.getOrDefault(cut, Map.of()).keySet());
        found.remove(EvidenceTables.NEVER);
        return found;
    }

    /** Whether a table hides anything, and so has to say why. */
    public boolean hides(Cut cut) {
        return withHidden.contains(cut);
    }
}
