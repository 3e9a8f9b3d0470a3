package org.portevoix.effect;

import jakarta.inject.Singleton;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Homes;
import org.portevoix.followup.Followups;
import org.portevoix.language.Language;
import org.portevoix.participation.SmallCells;
import org.portevoix.receipt.Said;

/**
 * What was adopted of what was proposed, by action and by neighbourhood. A proposal is something that a follow-up answers:
 *
 * <ul>
 *   <li>by action, a follow-up is one proposal, of the action that it names, however many voices asked for it. What names
 *       none, or one that is no longer public, is counted apart;
 *   <li>by neighbourhood, a voice is one proposal: an opinion that counts, a formal opinion or a proposal of a council,
 *       gathered into at least one follow-up. It is of the neighbourhood that its writer declared, or of the one
 *       neighbourhood of the council. In several follow-ups, it is counted once, by the best that came of it. Those who live
 *       in another town, and those of whom it is not known (councils of several neighbourhoods too), are counted apart.
 * </ul>
 *
 * <p>What nobody has gathered yet is in neither: it is no proposal before somebody has said what it asks. Voices that were
 * withdrawn are not counted. Voices are individual acts: a figure made of fewer than 5 of them (11 where an action is
 * sensitive) is hidden, and others with it, so that nothing is found by subtraction (docs/decisions/0003).
 */
@Singleton
class Adoptions {

    private static final String UNKNOWN = "inconnu";

    private final Followups followups;
    private final List<Said> said;
    private final ActionSheets actionSheets;
    private final Homes homes;

    Adoptions(Followups followups, List<Said> said, ActionSheets actionSheets, Homes homes) {
        this.followups = followups;
        this.said = said;
        this.actionSheets = actionSheets;
        this.homes = homes;
    }

    /** As of now. */
    Told of(Contract contract) {
        List<Followups.Proposal> all = followups.proposals(contract);
        return new Told(actions(contract, all), neighbourhoods(contract, all));
    }

    /** By action alone, as of now. */
    Table actions(Contract contract) {
        return actions(contract, followups.proposals(contract));
    }

    private Table actions(Contract contract, List<Followups.Proposal> all) {
        Map<Long, List<Followups.Came>> byAction = new LinkedHashMap<>();
        for (Followups.Proposal one : all) {
            byAction.computeIfAbsent(Objects.requireNonNullElse(one.actionSheetId(), 0L), id -> new ArrayList<>())
                    .add(one.came());
        }
        Map<Long, String> published = actionSheets.published(contract.id());
        Map<Long, ActionSheets.Link> links = actionSheets.links(Language.SOURCE, new ArrayList<>(published.keySet()));
        List<Line> lines = new ArrayList<>();
        List<Followups.Came> apart = new ArrayList<>();
        byAction.forEach((id, came) -> {
            ActionSheets.Link link = links.get(id);
            if (link == null) {
                apart.addAll(came);
            } else {
                lines.add(line(link.slug(), link.title().body(), Adoption.of(came)));
            }
        });
        lines.sort(Comparator.comparing(line -> String.valueOf(line.name())));
        if (!apart.isEmpty()) {
            lines.add(line("", null, Adoption.of(apart)));
        }
        return new Table(
                lines,
                line(
                        "",
                        null,
                        Adoption.of(all.stream().map(Followups.Proposal::came).toList())));
    }

    private Table neighbourhoods(Contract contract, List<Followups.Proposal> all) {
        Map<Voice, Followups.Came> voices = new LinkedHashMap<>();
        Set<Voice> sensitive = new LinkedHashSet<>();
        Map<Long, ActionSheets.Link> sheets = actionSheets.links(
                Language.SOURCE,
                all.stream().map(Followups.Proposal::actionSheetId).toList());
        for (Followups.Proposal one : all) {
            ActionSheets.Link sheet = one.actionSheetId() == null ? null : sheets.get(one.actionSheetId());
            for (Followups.SaidThing thing : one.said()) {
                Voice voice = new Voice(thing.kind(), thing.id());
                voices.merge(voice, one.came(), (some, other) -> some.compareTo(other) <= 0 ? some : other);
                if (sheet != null && sheet.isSensitive()) {
                    sensitive.add(voice);
                }
            }
        }
        Map<String, List<Followups.Came>> byHome = new LinkedHashMap<>();
        Set<String> sensitiveHomes = new LinkedHashSet<>();
        Map<Voice, String> where = where(contract, voices.keySet());
        voices.forEach((voice, came) -> {
            String home = where.get(voice);
            if (home != null) {
                byHome.computeIfAbsent(home, slug -> new ArrayList<>()).add(came);
                if (sensitive.contains(voice)) {
                    sensitiveHomes.add(home);
                }
            }
        });
        Map<String, Adoption> counted = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        homes.choices(Language.SOURCE, contract.id(), "").forEach(home -> {
            counted.put(home.value(), Adoption.of(byHome.getOrDefault(home.value(), List.of())));
            names.put(home.value(), home.words());
        });
        Adoption total =
                Adoption.of(byHome.values().stream().flatMap(List::stream).toList());
        return hidden(counted, names, total, sensitiveHomes);
    }

    /** Of those that still count: where each was said, or {@link #UNKNOWN}. */
    private Map<Voice, String> where(Contract contract, Set<Voice> voices) {
        Map<Voice, String> where = new HashMap<>();
        for (Said kind : said) {
            List<Long> ids = voices.stream()
                    .filter(voice -> voice.kind() == kind.kind())
                    .map(Voice::id)
                    .toList();
            Map<Long, String> found = kind.homes(contract.id(), ids);
            Set<Long> counting = kind.counting(contract.id(), ids);
            ids.stream()
                    .filter(counting::contains)
                    .forEach(id -> where.put(
                            new Voice(kind.kind(), id), homes.of(contract.id(), found.getOrDefault(id, UNKNOWN))));
        }
        return where;
    }

    private static Table hidden(
            Map<String, Adoption> counted, Map<String, String> names, Adoption total, Set<String> sensitive) {
        SmallCells cells = new SmallCells();
        int overall = cells.total(total.proposed(), minimum(!sensitive.isEmpty()));
        int[] columns = new int[Column.values().length];
        for (Column column : Column.values()) {
            columns[column.ordinal()] = cells.cell(column.of(total), minimum(!sensitive.isEmpty()), 3);
        }
        Map<String, int[]> numbers = new LinkedHashMap<>();
        List<Integer> rows = new ArrayList<>();
        counted.forEach((home, adoption) -> {
            int minimum = minimum(sensitive.contains(home));
            int[] row = new int[Column.values().length + 1];
            for (Column column : Column.values()) {
                row[column.ordinal()] = cells.cell(column.of(adoption), minimum, 1);
            }
            row[row.length - 1] = cells.cell(adoption.proposed(), minimum, 2);
            cells.sum(row[row.length - 1], Arrays.copyOf(row, row.length - 1));
            rows.add(row[row.length - 1]);
            numbers.put(home, row);
        });
        cells.sum(overall, columns);
        cells.table(columns);
        cells.sum(overall, ints(rows));
        cells.table(ints(rows));
        for (Column column : Column.values()) {
            int[] parts = numbers.values().stream()
                    .mapToInt(row -> row[column.ordinal()])
                    .toArray();
            cells.sum(columns[column.ordinal()], parts);
            cells.table(parts);
        }
        numbers.values().forEach(row -> cells.table(Arrays.copyOf(row, row.length - 1)));
        BitSet hidden = cells.hide();
        List<Line> lines = new ArrayList<>();
        numbers.forEach((home, row) -> lines.add(shown(
                home, names.get(home), Objects.requireNonNull(counted.get(home)), row, row[row.length - 1], hidden)));
        return new Table(lines, shown("", null, total, columns, overall, hidden));
    }

    private static Line shown(
            String key, @Nullable String name, Adoption adoption, int[] columns, int proposed, BitSet hidden) {
        return new Line(
                key,
                name,
                hidden.get(proposed) ? null : adoption.proposed(),
                number(Column.ADOPTED, adoption, columns, hidden),
                number(Column.PARTLY, adoption, columns, hidden),
                number(Column.REFUSED, adoption, columns, hidden),
                number(Column.WAITING, adoption, columns, hidden),
                null);
    }

    private static @Nullable Long number(Column column, Adoption adoption, int[] columns, BitSet hidden) {
        return hidden.get(columns[column.ordinal()]) ? null : column.of(adoption);
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int minimum(boolean isSensitive) {
        return isSensitive ? SmallCells.SENSITIVE_MINIMUM : SmallCells.MINIMUM;
    }

    private static Line line(String key, @Nullable String name, Adoption adoption) {
        return new Line(
                key,
                name,
                adoption.proposed(),
                adoption.adopted(),
                adoption.partly(),
                adoption.refused(),
                adoption.waiting(),
                adoption.done());
    }

    private enum Column {
        ADOPTED,
        PARTLY,
        REFUSED,
        WAITING;

        long of(Adoption adoption) {
            return switch (this) {
                case ADOPTED -> adoption.adopted();
                case PARTLY -> adoption.partly();
                case REFUSED -> adoption.refused();
                case WAITING -> adoption.waiting();
            };
        }
    }

    private record Voice(Said.Kind kind, long id) {}

    /** Both tables, of one moment. */
    record Told(Table actions, Table neighbourhoods) {}

    /** @param total of all lines */
    record Table(List<Line> lines, Line total) {

        boolean hasDone() {
            return total.done() != null;
        }

        boolean isEmpty() {
            return Objects.equals(total.proposed(), 0L);
        }
    }

    /**
     * A line of a table; a figure is null where it is hidden.
     *
     * @param key slug; "" of what is of none
     * @param name null of what is of none, and of the total
     * @param done of those adopted; null by neighbourhood, where it is not told
     */
    record Line(
            String key,
            @Nullable String name,
            @Nullable Long proposed,
            @Nullable Long adopted,
            @Nullable Long partly,
            @Nullable Long refused,
            @Nullable Long waiting,
            @Nullable Long done) {

        /** All that was answered; null where it could be found of what is hidden. */
        @Nullable
        Long decided() {
            return proposed == null || waiting == null ? null : proposed - waiting;
        }

        /** In the order of the columns. */
        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>();
            for (Long number : Arrays.asList(proposed, decided(), adopted, partly, refused, waiting)) {
                figures.add(Figure.of(number));
            }
            if (done != null) {
                figures.add(Figure.of(done));
            }
            return figures;
        }
    }

    /** A number as it is read; null where it is hidden. */
    record Figure(@Nullable String number) {

        static Figure of(@Nullable Long number) {
            return new Figure(
                    number == null
                            ? null
                            : NumberFormat.getInstance(Locale.FRENCH).format(number));
        }
    }
}
