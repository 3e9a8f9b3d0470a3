package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
    private static int groupsTried;
    private static int groupsHeld;
    private static double narrowestGroup = Double.MAX_VALUE;

    @Property(tries = 1000)
    void nothingHiddenIsFoundInOneReportNorBetweenTwo(
            @ForAll long seed, @ForAll @IntRange(min = 11, max = 250) int acts) {
        Random random = new Random(seed);
        SampleTown town = SampleTown.drawn(random);
        EvidenceTables.Shape shape = SampleFigures.shape(town.sorts(), Set.of());
        int[] firstly = SampleFigures.counts(town.sorts().size(), random, acts);
        int[] secondly = SampleFigures.counts(town.sorts().size(), random, random.nextInt(4) == 0 ? 11 : acts / 2);
        if (SampleFigures.sum(firstly) < SmallCells.SENSITIVE_MINIMUM
                || SampleFigures.sum(secondly) < SmallCells.SENSITIVE_MINIMUM) {
            return;
        }
        ToLongFunction<EvidenceFact> threshold = SampleFacts.thresholds(seed);
        List<LedgerLine> lines = lines(town, firstly);
        Edition openOfOne = SampleEdition.first(lines, SUBJECT);
        PublicMargins marginsOfOne = new PublicMargins(EditionFigures.of(openOfOne, SUBJECT));
        List<EvidenceCell> one = EvidenceTables.of(shape, SampleCube.of(lines), marginsOfOne, List.of());
        List<EvidenceFact> factsOfOne = EvidenceFacts.of(shape, one, marginsOfOne, SampleFacts.of(lines), threshold);
        lines.addAll(lines(town, secondly));
        Edition openOfTwo = SampleEdition.after(openOfOne, lines, SUBJECT);
        PublicMargins marginsOfTwo = new PublicMargins(EditionFigures.of(openOfTwo, SUBJECT));
        List<EvidenceCell> two = EvidenceTables.of(shape, SampleCube.of(lines), marginsOfTwo, List.of(one));
        List<EvidenceFact> factsOfTwo = EvidenceFacts.of(shape, two, marginsOfTwo, SampleFacts.of(lines), threshold);
        int sorts = town.sorts().size();
        BoundsAttack attack = new BoundsAttack(2 * sorts);
        know(attack, one, town, firstly, new int[sorts], false);
        know(attack, two, town, firstly, secondly, true);
        PublicReader pageOfOne = new PublicReader(attack, town, 2, 0);
        PublicReader pageOfTwo = new PublicReader(attack, town, 2, 1);
        pageOfOne.read(EditionFigures.of(openOfOne, SUBJECT));
        pageOfTwo.read(EditionFigures.of(openOfTwo, SUBJECT));
        boolean opens = ledgers % LEDGERS_FOR_ONE_WITH_FACTS == 0;
        ledgers++;
        if (opens) {
            open(attack, shape, new EvidenceFacts(shape, one, marginsOfOne), factsOfOne, town, false);
            open(attack, shape, new EvidenceFacts(shape, two, marginsOfTwo), factsOfTwo, town, true);
        }
        assertNothingFound(attack, one, town, false, random);
        assertNothingFound(attack, two, town, true, random);
        int[] both = Arrays.copyOf(firstly, 2 * sorts);
        assertNothingPublicFound(attack, pageOfOne.hiddenSmall(EditionFigures.of(openOfOne, SUBJECT), both), random);
        System.arraycopy(secondly, 0, both, sorts, sorts);
        assertNothingPublicFound(attack, pageOfTwo.hiddenSmall(EditionFigures.of(openOfTwo, SUBJECT), both), random);
        if (opens) {
            tryGroup(attack, shape, town, firstly, secondly, random);
        }
        if (ledgers % 250 == 0) {
            System.out.printf(
                    java.util.Locale.ROOT,
                    "%d ledgers, %d figures, %.0f %% hidden, %d facts, %d known as missing;"
                            + " the narrowest bounds of a small figure are %.1f apart, of %d small groups %.1f and %d held%n",
                    ledgers,
                    figures,
                    100.0 * hiddenFigures / figures,
                    facts,
                    missing,
                    narrowest,
                    groupsTried,
                    narrowestGroup,
                    groupsHeld);
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

    private static List<LedgerLine> lines(SampleTown town, int[] counts) {
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
            BoundsAttack attack,
            List<EvidenceCell> cells,
            SampleTown town,
            int[] firstly,
            int[] secondly,
            boolean isSecond) {
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

    private static void assertNotFound(BoundsAttack attack, boolean[] which, String what) {
        assertFalse(attack.isFound(which), () -> "found " + what);
    }

    private static void assertNotHeld(BoundsAttack attack, boolean[] which, String what) {
        double width = attack.width(which);
        narrowest = Math.min(narrowest, width);
        assertTrue(width >= 1 - 1e-6, () -> "held within " + width + ": " + what);
    }

    /** Nor does the report give away what the public page hides. */
    private static void assertNothingPublicFound(BoundsAttack attack, List<PublicReader.Hidden> small, Random random) {
        small.forEach(each -> assertNotFound(attack, each.which(), each.name()));
        if (!small.isEmpty()) {
            PublicReader.Hidden one = small.get(random.nextInt(small.size()));
            assertNotHeld(attack, one.which(), "in public " + one.name());
        }
    }

    private static boolean[] sorts(SampleTown town, boolean isSecond, Predicate<LedgerLine> counted) {
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
            EvidenceFacts told,
            List<EvidenceFact> listed,
            SampleTown town,
            boolean isSecond) {
        for (EvidenceFact fact : listed) {
            facts++;
            attack.least(which(fact, shape, town, isSecond), fact.atLeast());
            told.tell(fact);
        }
        for (EvidenceFact fact : possible(shape, town)) {
            if (told.hasRoom(fact) && !listed.contains(fact)) {
                missing++;
                attack.most(which(fact, shape, town, isSecond), EvidenceFacts.mostMissing(fact));
            }
        }
    }

    /**
     * Acts alike that are few aren't held close by facts either, where figures alone don't hold them within five: a line's least and the most of missing ones
     * can meet by chance (decision 0030), in less than one of a hundred.
     */
    private static void tryGroup(
            BoundsAttack attack,
            EvidenceTables.Shape shape,
            SampleTown town,
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
            if (attack.widthByFigures(which) >= SmallCells.MINIMUM) {
                double width = attack.width(which);
                groupsTried++;
                narrowestGroup = Math.min(narrowestGroup, width);
                groupsHeld += width < 1 - 1e-6 ? 1 : 0;
                assertTrue(groupsHeld <= 1 + groupsTried / 100, () -> "acts alike are held within " + width);
            }
        }
    }

    private static Set<EvidenceFact> possible(EvidenceTables.Shape shape, SampleTown town) {
        Set<EvidenceFact> possible = new java.util.LinkedHashSet<>();
        town.sorts()
                .forEach(line ->
                        SampleFacts.groups(line).forEach(group -> possible.add(EvidenceFacts.fact(shape, group))));
        return possible;
    }

    private static boolean[] which(EvidenceFact fact, EvidenceTables.Shape shape, SampleTown town, boolean isSecond) {
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
            BoundsAttack attack, List<EvidenceCell> cells, SampleTown town, boolean isSecond, Random random) {
        Map<Cut, Set<String>> named = SampleFigures.named(cells);
        List<EvidenceCell> small = new ArrayList<>();
        for (EvidenceCell cell : cells) {
            if (cell.isHidden() && cell.acts() != 0) {
                boolean isSaid = !cell.name().category().equals(Cut.UNKNOWN)
                        && !cell.name().part().equals(Cut.UNKNOWN);
                int least = cell.name().cut().isProfile() && isSaid ? 11 : 5;
                if (cell.acts() < least) {
                    assertNotFound(attack, which(cell.name(), town, isSecond, named), cell.toString());
                    small.add(cell);
                }
            }
        }
        for (int tried = 0; tried < 3 && !small.isEmpty(); tried++) {
            EvidenceCell cell = small.remove(random.nextInt(small.size()));
            assertNotHeld(attack, which(cell.name(), town, isSecond, named), cell.toString());
        }
    }

    /** The sorts of acts that a figure counts; in the first edition those of the second batch are none of them. */
    private static boolean[] which(Name name, SampleTown town, boolean isSecond, Map<Cut, Set<String>> named) {
        return sorts(town, isSecond, SampleFigures.counted(name, named));
    }
}
