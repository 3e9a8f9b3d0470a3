package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.EvidenceCell.Name;

/**
 * A reader keeps every report and has a computer: all tables of all periods of two editions, one after the other. Nothing
 * hidden in either is found, by adding and subtracting nor by linear programming. The reader also opens every figure: each
 * line of its facts tells that there are at least so many acts; a line that could have been told and isn't, that there are fewer.
 */
class EvidencePropertyTest {
    private static final SampleSubject SUBJECT = SampleFigures.SUBJECT;

    /** Facts are many inequalities: so that the test stays short, they are opened in some of the ledgers. */
    private static final int LEDGERS_FOR_ONE_WITH_FACTS = 4;

    private static int ledgers;
    private static int figures;
    private static int hiddenFigures;
    private static double narrowest = Double.MAX_VALUE;
    private static int facts;
    private static int missing;
    private static int byPagesAlone;
    private static int groupsTried;
    private static int groupsWithPages;
    private static double narrowestGroup = Double.MAX_VALUE;

    /** What an act can be, in a town of few sorts of acts: each attribute has two values, or one in half of the towns. */
    private record Town(List<LedgerLine> sorts) {

        static Town drawn(Random random) {
            List<LedgerLine> sorts = new ArrayList<>();
            int months = 1 + random.nextInt(3);
            int ages = 1 + random.nextInt(3);
            int actions = 1 + random.nextInt(2);
            int homes = 1 + random.nextInt(3);
            int first = random.nextInt(2);
            int phases = 1 + random.nextInt(2);
            int channels = 1 + random.nextInt(2);
            for (int month = 0; month < months; month++) {
                for (int level = 0; level < 2; level++) {
                    for (int age = 0; age < ages; age++) {
                        for (int action = 0; action < actions; action++) {
                            for (int home = 0; home < homes; home++) {
                                for (int time = 0; time <= first; time++) {
                                    for (int phase = 0; phase < (time == 0 ? phases : 1); phase++) {
                                        for (int way = 0; way < (age == 0 ? channels : 1); way++) {
                                            sorts.add(line(
                                                    month,
                                                    level,
                                                    age,
                                                    action,
                                                    home,
                                                    first == 0,
                                                    time == 1,
                                                    phase,
                                                    Channel.values()[way]));
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            return new Town(sorts);
        }

        private static LedgerLine line(
                int month,
                int level,
                int age,
                int action,
                int home,
                boolean isUnsaid,
                boolean isFirst,
                int phase,
                Channel channel) {
            return LedgerLine.participation(
                            SampleSubject.CONTRACT,
                            YearMonth.of(2027, 5 + month),
                            Act.OPINION,
                            ParticipationLevel.values()[level],
                            channel)
                    .ageBand(age == 0 ? null : age == 1 ? "20-39" : "75+")
                    .actionSheet(SUBJECT.sheets().get(action).id())
                    .home(home == 2 ? null : SUBJECT.neighbourhoods().get(home).slug())
                    .firstTime(isUnsaid ? null : isFirst)
                    .phase(Phase.values()[phase])
                    .build();
        }
    }

    @Property(tries = 1000)
    void nothingHiddenIsFoundInOneReportNorBetweenTwo(
            @ForAll long seed, @ForAll @IntRange(min = 11, max = 250) int acts) {
        Random random = new Random(seed);
        Town town = Town.drawn(random);
        EvidenceTables.Shape shape = SampleFigures.shape(town.sorts(), Set.of());
        int[] firstly = SampleFigures.counts(town.sorts().size(), random, acts);
        int[] secondly = SampleFigures.counts(town.sorts().size(), random, random.nextInt(4) == 0 ? 11 : acts / 2);
        if (SampleFigures.sum(firstly) < SmallCells.SENSITIVE_MINIMUM
                || SampleFigures.sum(secondly) < SmallCells.SENSITIVE_MINIMUM) {
            return;
        }
        List<LedgerLine> lines = lines(town, firstly);
        EditionFigures publicOfOne = EditionFigures.of(SampleEdition.of(lines), SUBJECT);
        List<EvidenceCell> one =
                EvidenceTables.of(shape, SampleCube.of(lines), new PublicMargins(publicOfOne), List.of());
        List<EvidenceFact> factsOfOne = EvidenceFacts.of(shape, one, SampleFacts.of(lines));
        lines.addAll(lines(town, secondly));
        EditionFigures publicOfTwo = EditionFigures.of(SampleEdition.of(lines), SUBJECT);
        List<EvidenceCell> two =
                EvidenceTables.of(shape, SampleCube.of(lines), new PublicMargins(publicOfTwo), List.of(one));
        List<EvidenceFact> factsOfTwo = EvidenceFacts.of(shape, two, SampleFacts.of(lines));
        int sorts = town.sorts().size();
        BoundsAttack attack = new BoundsAttack(2 * sorts);
        know(attack, one, town, firstly, new int[sorts], false);
        know(attack, two, town, firstly, secondly, true);
        BoundsAttack pages = new BoundsAttack(2 * sorts);
        for (BoundsAttack each : List.of(attack, pages)) {
            readThePublicPage(each, publicOfOne, town, false);
            readThePublicPage(each, publicOfTwo, town, true);
        }
        boolean opens = ledgers % LEDGERS_FOR_ONE_WITH_FACTS == 0;
        ledgers++;
        if (opens) {
            open(attack, shape, one, factsOfOne, town, false);
            open(attack, shape, two, factsOfTwo, town, true);
        }
        assertNothingFound(attack, pages, one, town, false, random);
        assertNothingFound(attack, pages, two, town, true, random);
        int[] both = Arrays.copyOf(firstly, 2 * sorts);
        assertNothingPublicFound(attack, pages, publicOfOne, town, false, both, random);
        System.arraycopy(secondly, 0, both, sorts, sorts);
        assertNothingPublicFound(attack, pages, publicOfTwo, town, true, both, random);
        if (opens) {
            BoundsAttack report = new BoundsAttack(2 * sorts);
            know(report, one, town, firstly, new int[sorts], false);
            know(report, two, town, firstly, secondly, true);
            open(report, shape, one, factsOfOne, town, false);
            open(report, shape, two, factsOfTwo, town, true);
            tryGroup(report, attack, shape, town, firstly, secondly, random);
        }
        if (ledgers % 250 == 0) {
            System.out.printf(
                    java.util.Locale.ROOT,
                    "%d ledgers, %d figures, %.0f %% hidden, %d facts, %d known as missing;"
                            + " the narrowest bounds of a small figure are %.1f apart, of %d small groups %.1f;"
                            + " two public pages alone gave %d, with facts %d groups%n",
                    ledgers,
                    figures,
                    100.0 * hiddenFigures / figures,
                    facts,
                    missing,
                    narrowest,
                    groupsTried,
                    narrowestGroup,
                    byPagesAlone,
                    groupsWithPages);
        }
    }

    @Property(tries = 300)
    void totalsAreTheSumsOfTheirPartsAndSmallFiguresAreHidden(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 900) int acts) {
        SampleSubject subject = SampleSubject.of(2, 3, 4);
        List<LedgerLine> lines = SampleLines.random(subject, 9, acts, seed);
        PublicMargins margins = SampleEdition.margins(lines, subject);
        List<EvidenceCell> cells =
                EvidenceTables.of(SampleCube.shape(subject), SampleCube.of(lines), margins, List.of());
        Map<Name, EvidenceCell> byName = new HashMap<>();
        cells.forEach(cell -> byName.put(cell.name(), cell));
        EvidenceCell total = java.util.Objects.requireNonNull(byName.get(new Name(Period.WHOLE, Cut.TOTAL, "")));
        assertEquals(lines.stream().mapToLong(LedgerLine::count).sum(), total.acts() + total.heads());
        assertFalse(total.isHidden());
        for (Cut cut : Cut.ofLevels()) {
            long acts0 = 0;
            long heads = 0;
            for (EvidenceCell cell : cells) {
                Name name = cell.name();
                if (name.cut() == cut && name.period().isWhole() && name.part().equals(Cut.ALL)) {
                    acts0 += cell.acts();
                    heads += cell.heads();
                }
            }
            assertEquals(total.acts(), acts0, cut.name());
            assertEquals(total.heads(), heads, cut.name());
        }
        for (EvidenceCell cell : cells) {
            margins.shows(cell.name()).ifPresent(shows -> assertEquals(shows, !cell.isHidden(), cell.toString()));
            boolean isSaid = !cell.name().category().equals(Cut.UNKNOWN)
                    && !cell.name().part().equals(Cut.UNKNOWN);
            int least = (cell.name().cut().isProfile() && isSaid) || cell.sensitiveActs() > 0 ? 11 : 5;
            if (!cell.name().equals(total.name())) {
                assertTrue(cell.isHidden() || cell.acts() == 0 || cell.acts() >= least, cell.toString());
            }
        }
    }

    /** A neighbourhood of few acts that becomes a priority area isn't told by what the area gains. */
    @Example
    void aGroupWithOtherMembersTellsOfNone() {
        SampleSubject subject = SampleSubject.of(1, 1, 4);
        List<LedgerLine> lines = new ArrayList<>();
        int[] acts = {30, 3, 40, 6};
        for (int place = 0; place < acts.length; place++) {
            for (int act = 0; act < acts[place]; act++) {
                lines.add(LedgerLine.participation(
                                SampleSubject.CONTRACT,
                                YearMonth.of(2027, 6),
                                Act.OPINION,
                                ParticipationLevel.CONSULTED,
                                Channel.WEB)
                        .actionSheet(subject.sheets().getFirst().id())
                        .home(subject.neighbourhoods().get(place).slug())
                        .build());
            }
        }
        PublicMargins margins = SampleEdition.margins(lines, subject);
        List<EvidenceCell> one = EvidenceTables.of(inAreas(subject, 0), SampleCube.of(lines), margins, List.of());
        Name priority = new Name(Period.WHOLE, Cut.AREA, Cut.PRIORITY);
        assertFalse(find(one, priority).isHidden());
        List<EvidenceCell> same = EvidenceTables.of(inAreas(subject, 0), SampleCube.of(lines), margins, List.of(one));
        assertFalse(find(same, priority).isHidden());
        List<EvidenceCell> other =
                EvidenceTables.of(inAreas(subject, 0, 1), SampleCube.of(lines), margins, List.of(one));
        assertTrue(find(other, priority).isHidden(), "33 less 30 would tell of 3");
    }

    private static EvidenceTables.Shape inAreas(SampleSubject subject, int... places) {
        Map<String, String> areas = new HashMap<>();
        subject.neighbourhoods().forEach(each -> areas.put(each.slug(), Cut.NOT_PRIORITY));
        for (int place : places) {
            areas.put(subject.neighbourhoods().get(place).slug(), Cut.PRIORITY);
        }
        EvidenceTables.Shape shape = SampleCube.shape(subject);
        return new EvidenceTables.Shape(shape.sheets(), shape.axes(), shape.sensitive(), areas, shape.listed());
    }

    private static EvidenceCell find(List<EvidenceCell> cells, Name name) {
        return cells.stream()
                .filter(cell -> cell.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<LedgerLine> lines(Town town, int[] counts) {
        List<LedgerLine> lines = new ArrayList<>();
        for (int sort = 0; sort < counts.length; sort++) {
            for (int each = 0; each < counts[sort]; each++) {
                lines.add(town.sorts().get(sort));
            }
        }
        return lines;
    }

    /** Zeros of what never had an act are no figures of a table that hides nothing: they are known too. */
    private static void know(
            BoundsAttack attack, List<EvidenceCell> cells, Town town, int[] firstly, int[] secondly, boolean isSecond) {
        Map<Cut, Set<String>> named = SampleFigures.named(cells);
        for (EvidenceCell cell : cells) {
            figures++;
            hiddenFigures += cell.isHidden() ? 1 : 0;
            boolean[] which = which(cell.name(), town, isSecond, named);
            long truth = 0;
            for (int sort = 0; sort < firstly.length; sort++) {
                truth += which[sort] ? firstly[sort] + secondly[sort] : 0;
            }
            assertEquals(truth, cell.acts(), cell.toString());
            if (!cell.isHidden()) {
                attack.know(which, cell.acts());
            }
        }
    }

    /** What the public edition of the same moment shows, of the whole time and of each month. */
    private static void readThePublicPage(BoundsAttack attack, EditionFigures open, Town town, boolean isSecond) {
        Figures whole = open.figures(null, null, Set.of(), Map.of());
        read(attack, whole, town, isSecond, line -> true);
        for (String month : whole.byMonth().keySet()) {
            YearMonth only = YearMonth.parse(month);
            read(
                    attack,
                    open.figures(only, only, Set.of(), Map.of()),
                    town,
                    isSecond,
                    line -> line.month().equals(only));
        }
        for (Figures.OfAction action : whole.actions()) {
            read(
                    attack,
                    action.byLevel(),
                    Cut.LEVEL,
                    town,
                    isSecond,
                    line -> SampleFigures.category(Cut.ACTION, line).equals(action.slug()));
        }
    }

    /** What two public pages give by themselves, the report can't hide any more; it is counted and told (decision 0030). */
    private static void assertNotFound(BoundsAttack attack, BoundsAttack pages, boolean[] which, String what) {
        boolean isFound = attack.isFound(which);
        if (isFound && pages.isFound(which)) {
            byPagesAlone++;
            return;
        }
        assertFalse(isFound, () -> "found " + what);
    }

    private static void assertNotHeld(BoundsAttack attack, BoundsAttack pages, boolean[] which, String what) {
        double width = attack.width(which);
        if (width < 1 - 1e-6 && pages.width(which) < 1 - 1e-6) {
            byPagesAlone++;
            return;
        }
        narrowest = Math.min(narrowest, width);
        assertTrue(width >= 1 - 1e-6, () -> "held within " + width + ": " + what);
    }

    /** Nor does the report give away what the public page hides: of a month, a level, a channel, a neighbourhood, an action. */
    private static void assertNothingPublicFound(
            BoundsAttack attack,
            BoundsAttack pages,
            EditionFigures open,
            Town town,
            boolean isSecond,
            int[] counts,
            Random random) {
        List<boolean[]> small = new ArrayList<>();
        for (String month :
                open.figures(null, null, Set.of(), Map.of()).byMonth().keySet()) {
            YearMonth only = YearMonth.parse(month);
            Figures figures = open.figures(only, only, Set.of(), Map.of());
            Predicate<LedgerLine> among = line -> line.month().equals(only);
            Map<Cut, Map<String, @Nullable Long>> tables = new EnumMap<>(Cut.class);
            tables.put(Cut.LEVEL, figures.byLevel());
            tables.put(Cut.NEIGHBOURHOOD, figures.byNeighbourhood());
            tables.put(Cut.AXIS, figures.byAxis());
            tables.put(Cut.ACTION, figures.byAction());
            tables.forEach((cut, table) -> table.forEach((key, value) -> {
                boolean[] which = sorts(
                        town,
                        isSecond,
                        among.and(line -> SampleFigures.category(cut, line).equals(key)));
                long truth = 0;
                for (int sort = 0; sort < which.length; sort++) {
                    truth += which[sort] ? counts[sort] : 0;
                }
                if (value == null && truth > 0 && truth < SmallCells.MINIMUM) {
                    assertNotFound(attack, pages, which, key + " in " + month);
                    small.add(which);
                }
            }));
        }
        if (!small.isEmpty()) {
            assertNotHeld(attack, pages, small.get(random.nextInt(small.size())), "a public figure");
        }
    }

    private static void read(
            BoundsAttack attack, Figures figures, Town town, boolean isSecond, Predicate<LedgerLine> among) {
        if (figures.participations() != null) {
            attack.know(sorts(town, isSecond, among), figures.participations());
        }
        read(attack, figures.byLevel(), Cut.LEVEL, town, isSecond, among);
        Map<String, @Nullable Long> channels = new HashMap<>();
        figures.byChannel().forEach((key, value) -> channels.put(key.toUpperCase(java.util.Locale.ROOT), value));
        read(attack, channels, Cut.CHANNEL, town, isSecond, among);
        read(attack, figures.byNeighbourhood(), Cut.NEIGHBOURHOOD, town, isSecond, among);
        read(attack, figures.byAxis(), Cut.AXIS, town, isSecond, among);
        read(attack, figures.byAction(), Cut.ACTION, town, isSecond, among);
        read(attack, figures.byMonth(), Cut.MONTH, town, isSecond, among);
    }

    private static void read(
            BoundsAttack attack,
            Map<String, @Nullable Long> table,
            Cut cut,
            Town town,
            boolean isSecond,
            Predicate<LedgerLine> among) {
        table.forEach((key, value) -> {
            if (value != null) {
                attack.know(
                        sorts(
                                town,
                                isSecond,
                                among.and(line ->
                                        SampleFigures.category(cut, line).equals(key))),
                        value);
            }
        });
    }

    private static boolean[] sorts(Town town, boolean isSecond, Predicate<LedgerLine> counted) {
        int sorts = town.sorts().size();
        boolean[] which = new boolean[2 * sorts];
        for (int sort = 0; sort < sorts; sort++) {
            which[sort] = counted.test(town.sorts().get(sort));
            which[sorts + sort] = isSecond && which[sort];
        }
        return which;
    }

    /** What the facts of an edition tell; and those that would be there, had they been frequent enough. */
    private static void open(
            BoundsAttack attack,
            EvidenceTables.Shape shape,
            List<EvidenceCell> cells,
            List<EvidenceFact> listed,
            Town town,
            boolean isSecond) {
        Map<Name, EvidenceCell> figuresByName = new HashMap<>();
        cells.forEach(cell -> figuresByName.put(cell.name(), cell));
        Map<List<Object>, Long> told = new HashMap<>();
        for (EvidenceFact fact : listed) {
            facts++;
            attack.least(which(fact, shape, town, isSecond), fact.atLeast());
            EvidenceFacts.holding(shape, fact)
                    .forEach(name -> told.merge(List.of(fact.cut(), name), fact.atLeast(), Long::sum));
        }
        for (EvidenceFact fact : possible(shape, town)) {
            boolean hasRoom = EvidenceFacts.holding(shape, fact).stream().allMatch(name -> {
                EvidenceCell figure = figuresByName.get(name);
                return figure != null
                        && !figure.isHidden()
                        && figure.acts() - told.getOrDefault(List.of(fact.cut(), name), 0L) - fact.atLeast()
                                >= EvidenceFacts.left(figure);
            });
            if (hasRoom && !listed.contains(fact)) {
                missing++;
                attack.most(which(fact, shape, town, isSecond), fact.atLeast() - 1);
            }
        }
    }

    /**
     * Acts alike that are few aren't held close by the report either, where its figures alone don't hold them so. How often facts and
     * public pages together do is counted and told: what a fact leaves of a month's public figure isn't looked at yet (decision 0030).
     */
    private static void tryGroup(
            BoundsAttack attack,
            BoundsAttack withPages,
            EvidenceTables.Shape shape,
            Town town,
            int[] firstly,
            int[] secondly,
            Random random) {
        boolean isSecond = random.nextBoolean();
        List<boolean[]> small = new ArrayList<>();
        for (EvidenceFact fact : possible(shape, town)) {
            boolean[] which = which(fact, shape, town, isSecond);
            long acts = 0;
            for (int sort = 0; sort < firstly.length; sort++) {
                acts += which[sort] ? firstly[sort] + (isSecond ? secondly[sort] : 0) : 0;
            }
            if (acts > 0 && acts < fact.atLeast() / EvidenceFacts.TIMES) {
                small.add(which);
            }
        }
        for (int tried = 0; tried < 2 && !small.isEmpty(); tried++) {
            boolean[] which = small.remove(random.nextInt(small.size()));
            if (attack.widthByFigures(which) >= 1) {
                double width = attack.width(which);
                groupsTried++;
                narrowestGroup = Math.min(narrowestGroup, width);
                assertTrue(width >= 1 - 1e-6, () -> "acts alike are held within " + width);
                groupsWithPages += withPages.widthByFigures(which) >= 1 && withPages.width(which) < 1 - 1e-6 ? 1 : 0;
            }
        }
    }

    private static Set<EvidenceFact> possible(EvidenceTables.Shape shape, Town town) {
        Set<EvidenceFact> possible = new java.util.LinkedHashSet<>();
        town.sorts()
                .forEach(line ->
                        SampleFacts.groups(line).forEach(group -> possible.add(EvidenceFacts.fact(shape, group))));
        return possible;
    }

    private static boolean[] which(EvidenceFact fact, EvidenceTables.Shape shape, Town town, boolean isSecond) {
        int sorts = town.sorts().size();
        boolean[] which = new boolean[2 * sorts];
        for (int sort = 0; sort < sorts; sort++) {
            which[sort] = SampleFacts.groups(town.sorts().get(sort)).stream()
                    .anyMatch(group -> EvidenceFacts.fact(shape, group).equals(fact));
            which[sorts + sort] = isSecond && which[sort];
        }
        return which;
    }

    private static void assertNothingFound(
            BoundsAttack attack,
            BoundsAttack pages,
            List<EvidenceCell> cells,
            Town town,
            boolean isSecond,
            Random random) {
        Map<Cut, Set<String>> named = SampleFigures.named(cells);
        List<EvidenceCell> small = new ArrayList<>();
        for (EvidenceCell cell : cells) {
            if (cell.isHidden() && cell.acts() != 0) {
                boolean isSaid = !cell.name().category().equals(Cut.UNKNOWN)
                        && !cell.name().part().equals(Cut.UNKNOWN);
                int least = cell.name().cut().isProfile() && isSaid ? 11 : 5;
                if (cell.acts() < least) {
                    assertNotFound(attack, pages, which(cell.name(), town, isSecond, named), cell.toString());
                    small.add(cell);
                }
            }
        }
        for (int tried = 0; tried < 3 && !small.isEmpty(); tried++) {
            EvidenceCell cell = small.remove(random.nextInt(small.size()));
            assertNotHeld(attack, pages, which(cell.name(), town, isSecond, named), cell.toString());
        }
    }

    /** The sorts of acts that a figure counts; in the first edition those of the second batch are none of them. */
    private static boolean[] which(Name name, Town town, boolean isSecond, Map<Cut, Set<String>> named) {
        return sorts(town, isSecond, SampleFigures.counted(name, named));
    }
}
