package org.portevoix.participation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.portevoix.participation.EvidenceCell.Name;

/** Which lines a figure of the report counts, as a reader of its tables understands them, in a town of few sorts of acts. */
final class SampleFigures {
    static final SampleSubject SUBJECT = SampleSubject.of(2, 1, 2);
    static final EvidenceTables.Shape SHAPE = SampleCube.shape(SUBJECT);

    private SampleFigures() {}

    /** What a reader sees listed: all that acts can be, and what people need not say. */
    static EvidenceTables.Shape shape(List<LedgerLine> sorts, Set<String> sensitive) {
        Map<Cut, Set<String>> listed = new EnumMap<>(Cut.class);
        for (Cut cut : Cut.values()) {
            if (cut != Cut.MONTH && cut != Cut.TOTAL) {
                Set<String> keys = listed.computeIfAbsent(cut, unused -> new TreeSet<>());
                sorts.forEach(line -> keys.add(category(cut, line)));
            }
        }
        return new EvidenceTables.Shape(SHAPE.sheets(), SHAPE.axes(), sensitive, SHAPE.areas(), listed);
    }

    /** Many of a few sorts, few of the others. */
    static int[] counts(int sorts, Random random, int acts) {
        int[] counts = new int[sorts];
        for (int act = 0; act < acts; act++) {
            double skewed = Math.pow(random.nextDouble(), 1 + random.nextInt(3));
            counts[(int) (skewed * counts.length)]++;
        }
        return counts;
    }

    static int sum(int[] counts) {
        return java.util.Arrays.stream(counts).sum();
    }

    /** The acts that a figure counts. */
    static Predicate<LedgerLine> counted(Name name, Map<Cut, Set<String>> named) {
        return line -> name.period().contains(line.month())
                && isIn(name, category(name.cut(), line), named.getOrDefault(name.cut(), Set.of()))
                && (name.part().equals(Cut.ALL) || name.part().equals(part(name.cut(), line)));
    }

    private static boolean isIn(Name name, String category, Set<String> named) {
        return name.category().equals(EvidenceTables.NEVER)
                ? !named.contains(category)
                : name.category().equals(category);
    }

    /** The categories that an edition names, cut by cut. */
    static Map<Cut, Set<String>> named(List<EvidenceCell> cells) {
        Map<Cut, Set<String>> named = new EnumMap<>(Cut.class);
        cells.forEach(cell -> named.computeIfAbsent(cell.name().cut(), unused -> new TreeSet<>())
                .add(cell.name().category()));
        return named;
    }

    static String category(Cut cut, LedgerLine line) {
        String home = line.home() == null ? Cut.UNKNOWN : line.home();
        String sheet = String.valueOf(SHAPE.sheets().get(String.valueOf(line.actionSheetId())));
        return switch (cut) {
            case TOTAL -> "";
            case LEVEL -> part(Cut.ACTION, line);
            case FIRST -> part(Cut.ACTION_FIRST, line);
            case MONTH -> line.month().toString();
            case ACTION, ACTION_FIRST -> sheet;
            case AXIS -> String.valueOf(SHAPE.axes().get(sheet));
            case PHASE -> part(Cut.CHANNEL_PHASE, line);
            case NEIGHBOURHOOD, NEIGHBOURHOOD_FIRST, NEIGHBOURHOOD_PHASE -> home;
            case CHANNEL, CHANNEL_PHASE -> String.valueOf(line.channel());
            case RELAY, LANGUAGE, GENDER -> Cut.UNKNOWN;
            case AGE -> line.ageBand() == null ? Cut.UNKNOWN : line.ageBand();
            case AREA -> SHAPE.areas().getOrDefault(home, Cut.UNKNOWN);
        };
    }

    static String part(Cut cut, LedgerLine line) {
        return switch (cut.parts()) {
            case NONE -> Cut.ALL;
            case LEVELS -> String.valueOf(line.level()).toLowerCase(java.util.Locale.ROOT);
            case FIRST -> line.firstTime() == null ? Cut.UNKNOWN : line.firstTime() ? Dimension.FIRST : Dimension.AGAIN;
            case PHASES -> String.valueOf(line.phase());
        };
    }
}
