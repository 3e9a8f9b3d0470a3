package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A reader takes the figures of all the time and of each month, from the page or the open data, and adds and subtracts. */
class FiguresPropertyTest {
    private static final Map<String, Function<Figures, Map<String, @Nullable Long>>> TABLES = Map.of(
            "level", Figures::byLevel,
            "channel", Figures::byChannel,
            "neighbourhood", Figures::byNeighbourhood,
            "axis", Figures::byAxis,
            "action", Figures::byAction);

    private final Map<String, Integer> cells = new HashMap<>();
    private final Map<String, @Nullable Long> shown = new HashMap<>();
    private ExactAttack attack = new ExactAttack();

    @Property(tries = 1000)
    void nobodyIsFoundBySubtraction(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int months,
            @ForAll @IntRange(min = 1, max = 3) int axes,
            @ForAll @IntRange(min = 1, max = 4) int actionsOfEach,
            @ForAll @IntRange(min = 5, max = 600) int acts) {
        cells.clear();
        shown.clear();
        attack = new ExactAttack();
        SampleSubject subject = SampleSubject.of(axes, actionsOfEach, 4);
        List<LedgerLine> lines = SampleLines.random(subject, months, acts, seed);
        EditionFigures edition = figures(subject, lines);
        Figures whole = edition.figures(null, null, Answers.NONE);
        long individual = individual(lines, line -> true);
        assertEquals(lines.stream().mapToLong(LedgerLine::count).sum(), whole.participations());
        if (individual < SmallCells.SENSITIVE_MINIMUM) {
            return;
        }
        Map<YearMonth, Figures> monthly = new LinkedHashMap<>();
        whole.byMonth()
                .keySet()
                .forEach(month -> monthly.put(
                        YearMonth.parse(month),
                        edition.figures(YearMonth.parse(month), YearMonth.parse(month), Answers.NONE)));
        assertTrueFigures(whole, monthly, lines, subject);
        readTheHalves(edition, monthly.keySet(), lines, subject);
        TABLES.forEach((name, table) -> {
            assertNoSmallFigure(table.apply(whole), lines, subject, name);
            addTable(name, table, whole, monthly);
        });
        add("total", List.copyOf(prefixed("month ", whole.byMonth())));
        subject.axes().forEach(axis -> addAxis(axis.slug(), subject, monthly));
        addLevels(whole, subject);
        Map<Integer, String> names = new HashMap<>();
        cells.forEach((name, number) -> names.put(number, name));
        for (int found : attack.found()) {
            String name = names.get(found);
            assertEquals(0, truth(name, lines, subject), () -> "found " + name + " of " + whole);
        }
    }

    /** Found by chance: the hidden actions of two axes were few together. */
    @Example
    void fewActsOfSeveralAxes() {
        nobodyIsFoundBySubtraction(2606371806L, 1, 2, 2, 11);
        nobodyIsFoundBySubtraction(2720262772L, 4, 2, 2, 15);
    }

    private static EditionFigures figures(SampleSubject subject, List<LedgerLine> lines) {
        return EditionFigures.of(SampleEdition.of(lines), subject);
    }

    private static long individual(List<LedgerLine> lines, Predicate<LedgerLine> which) {
        return lines.stream()
                .filter(line -> line.act() != Act.HEAD_COUNT || line.isSensitive())
                .filter(which)
                .mapToLong(LedgerLine::count)
                .sum();
    }

    private void assertTrueFigures(
            Figures whole, Map<YearMonth, Figures> monthly, List<LedgerLine> lines, SampleSubject subject) {
        TABLES.forEach((name, table) -> {
            table.apply(whole).forEach((key, value) -> assertTruth(name + " " + key, value, lines, subject));
            monthly.forEach((month, figures) -> table.apply(figures)
                    .forEach((key, value) -> assertTruth(name + " " + key + " " + month, value, lines, subject)));
        });
        shown.put("total", whole.participations());
        whole.byMonth().forEach((month, value) -> assertTruth("month " + month, value, lines, subject));
    }

    /** Half a year shows more often than its months: together they must give none of them. */
    private void readTheHalves(
            EditionFigures edition, Set<YearMonth> months, List<LedgerLine> lines, SampleSubject subject) {
        Map<Period, List<YearMonth>> halves = new TreeMap<>();
        months.forEach(month -> halves.computeIfAbsent(Period.halfOf(month), unused -> new ArrayList<>())
                .add(month));
        halves.forEach((half, inside) -> {
            Figures figures = edition.figures(half.first(), half.last(), Answers.NONE);
            shown.put("half " + half.key(), figures.participations());
            add(
                    "half " + half.key(),
                    inside.stream().map(month -> "month " + month).toList());
            TABLES.forEach((name, table) -> {
                Map<String, @Nullable Long> values = table.apply(figures);
                values.forEach((key, value) -> {
                    String cell = name + " " + key + " " + half.key();
                    assertTruth(cell, value, lines, subject);
                    add(
                            cell,
                            inside.stream()
                                    .map(month -> name + " " + key + " " + month)
                                    .toList());
                });
                add(
                        "half " + half.key(),
                        values.keySet().stream()
                                .map(key -> name + " " + key + " " + half.key())
                                .toList());
            });
        });
    }

    private void assertTruth(String name, @Nullable Long value, List<LedgerLine> lines, SampleSubject subject) {
        if (value != null) {
            assertEquals(
                    lines.stream()
                            .filter(which(name, subject))
                            .mapToLong(LedgerLine::count)
                            .sum(),
                    value,
                    name);
        }
        shown.put(name, value);
    }

    private static void assertNoSmallFigure(
            Map<String, @Nullable Long> table, List<LedgerLine> lines, SampleSubject subject, String name) {
        boolean hasHidden = table.containsValue(null);
        table.forEach((key, value) -> {
            if (value != null) {
                long acts = individual(lines, which(name + " " + key, subject));
                assertTrue(acts == 0 || acts >= SmallCells.MINIMUM, name);
                assertFalse(hasHidden && value == 0, name);
            }
        });
        if (hasHidden) {
            long hidden = table.entrySet().stream()
                    .filter(entry -> entry.getValue() == null)
                    .mapToLong(entry -> individual(lines, which(name + " " + entry.getKey(), subject)))
                    .sum();
            assertTrue(hidden >= SmallCells.MINIMUM, name + " hides " + hidden);
        }
    }

    private void addTable(
            String name,
            Function<Figures, Map<String, @Nullable Long>> table,
            Figures whole,
            Map<YearMonth, Figures> monthly) {
        add("total", prefixed(name + " ", table.apply(whole)));
        table.apply(whole)
                .keySet()
                .forEach(key -> add(
                        name + " " + key,
                        monthly.keySet().stream()
                                .map(month -> name + " " + key + " " + month)
                                .toList()));
        monthly.forEach((month, figures) -> add(
                "month " + month,
                table.apply(figures).keySet().stream()
                        .map(key -> name + " " + key + " " + month)
                        .toList()));
    }

    private void addAxis(String axis, SampleSubject subject, Map<YearMonth, Figures> monthly) {
        List<String> actions = subject.sheets().stream()
                .filter(sheet -> sheet.axis().equals(axis))
                .map(sheet -> "action " + sheet.slug())
                .toList();
        add("axis " + axis, actions);
        monthly.keySet()
                .forEach(month -> add(
                        "axis " + axis + " " + month,
                        actions.stream().map(action -> action + " " + month).toList()));
    }

    private void addLevels(Figures whole, SampleSubject subject) {
        for (Figures.OfAction action : whole.actions()) {
            action.byLevel().forEach((level, value) -> shown.put("of " + action.slug() + " " + level, value));
            add("action " + action.slug(), prefixed("of " + action.slug() + " ", action.byLevel()));
        }
        assertEquals(subject.sheets().size(), whole.actions().size());
    }

    private static List<String> prefixed(String prefix, Map<String, @Nullable Long> table) {
        return table.keySet().stream().map(key -> prefix + key).toList();
    }

    private void add(String total, List<String> parts) {
        Map<Integer, Integer> factors = new HashMap<>();
        addFactor(factors, total, -1);
        List<String> all = new ArrayList<>(parts);
        all.forEach(part -> addFactor(factors, part, 1));
        attack.add(factors);
    }

    private void addFactor(Map<Integer, Integer> factors, String name, int factor) {
        assertTrue(shown.containsKey(name), name);
        if (shown.get(name) == null) {
            factors.put(cells.computeIfAbsent(name, unused -> cells.size()), factor);
        }
    }

    private static long truth(@Nullable String name, List<LedgerLine> lines, SampleSubject subject) {
        return name == null ? -1 : individual(lines, which(name, subject));
    }

    /** The lines that a figure counts: {@code level consulted}, {@code action sport 2027-01}, {@code of sport consulted}. */
    private static Predicate<LedgerLine> which(String name, SampleSubject subject) {
        String[] words = name.split(" ");
        if (words[0].equals("of")) {
            return line -> slug(line, subject).equals(words[1])
                    && line.level() != null
                    && line.level().key().equals(words[2]);
        }
        Predicate<LedgerLine> month = words.length < 3
                ? line -> true
                : line -> line.month().toString().equals(words[2])
                        || Period.parse(words[2])
                                .filter(period -> period.contains(line.month()))
                                .isPresent();
        if (words[0].equals("half")) {
            return line -> new Period(words[1]).contains(line.month());
        }
        return month.and(line -> words[1].equals(
                switch (words[0]) {
                    case "level" -> line.level() == null ? "" : line.level().key();
                    case "channel" ->
                        line.channel() == null ? "" : line.channel().key();
                    case "neighbourhood" -> line.home();
                    case "action" -> slug(line, subject);
                    case "axis" -> axis(line, subject);
                    default -> line.month().toString();
                }));
    }

    private static String slug(LedgerLine line, SampleSubject subject) {
        return subject.sheets().stream()
                .filter(sheet -> line.actionSheetId() != null && sheet.id() == line.actionSheetId())
                .map(Subject.Sheet::slug)
                .findFirst()
                .orElse(Figures.NO_ACTION);
    }

    private static String axis(LedgerLine line, SampleSubject subject) {
        return subject.sheets().stream()
                .filter(sheet -> line.actionSheetId() != null && sheet.id() == line.actionSheetId())
                .map(Subject.Sheet::axis)
                .findFirst()
                .orElse(Figures.NO_AXIS);
    }
}
