package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.portevoix.participation.EvidenceCell.Name;

/**
 * A reader keeps every report and has a computer: all tables of all periods of two or three editions, one after the other, in
 * towns with and without sensitive acts, head-counts and corrections. Nothing hidden is found, by adding and subtracting nor by
 * linear programming. The reader knows every head-count and which sorts of acts can be sensitive or taken back, not how many were,
 * and opens every figure: each line of its facts tells that there are at least so many acts; a line that could have been told
 * and isn't, that there are fewer. Filters leave rows out of these tables and work nothing out (0034).
 */
class EvidenceTownsPropertyTest {
    private static final SampleSubject SUBJECT = SampleFigures.SUBJECT;

    /** Facts are many inequalities: so that the test stays short, they are opened in some of the ledgers. */
    private static final int LEDGERS_FOR_ONE_WITH_FACTS = 4;

    private static int ledgers;
    private static int figures;
    private static int hiddenFigures;
    private static double narrowest = Double.MAX_VALUE;
    private static int facts;
    private static int missing;
    private static int toldByThePage;
    private static int groupsTried;
    private static int groupsHeld;
    private static double narrowestGroup = Double.MAX_VALUE;
    private static final Map<String, Integer> TOWNS = new TreeMap<>();

    /** What can happen in a town. */
    private record Ways(boolean hasSensitive, boolean hasHeads, boolean hasCorrections, int editions) {

        static Ways drawn(Random random) {
            return new Ways(
                    random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextInt(3) == 0 ? 3 : 2);
        }

        String words() {
            return (hasSensitive ? "sensitive " : "")
                    + (hasHeads ? "heads " : "")
                    + (hasCorrections ? "corrections " : "")
                    + editions;
        }
    }

    /**
     * What an act can be, in a town of few sorts of acts: each attribute has two values, or one in half of the towns.
     *
     * @param heads rooms that may have been counted
     * @param back the sorts of which acts can be taken back
     * @param sensitive slugs of sensitive sheets
     */
    private record Town(
            Ways ways, List<LedgerLine> sorts, List<LedgerLine> heads, List<Integer> back, Set<String> sensitive) {

        static Town drawn(Random random) {
            Ways ways = Ways.drawn(random);
            int most = ways.editions() == 3 ? 2 : 3;
            List<LedgerLine> sorts = new ArrayList<>();
            int months = 1 + random.nextInt(2);
            int ages = 1 + random.nextInt(most);
            int actions = 1 + random.nextInt(2);
            int homes = 1 + random.nextInt(most);
            // Where rooms are counted there are also people who don't say: else a reader would know that whoever
            // doesn't is in a room.
            int times = random.nextBoolean() ? 1 : ways.hasHeads() ? 3 : 2;
            int phases = 1 + random.nextInt(2);
            int channels = 1 + random.nextInt(2);
            boolean isOfSheet = random.nextBoolean();
            int secret = random.nextInt(actions);
            for (int month = 0; month < months; month++) {
                for (int level = 0; level < 2; level++) {
                    for (int age = 0; age < ages; age++) {
                        for (int action = 0; action < actions; action++) {
                            for (int home = 0; home < homes; home++) {
                                for (int time = 0; time < times; time++) {
                                    for (int phase = 0; phase < (time == 0 ? phases : 1); phase++) {
                                        for (int way = 0; way < (age == 0 ? channels : 1); way++) {
                                            LedgerLine.Builder line = line(
                                                    month,
                                                    level,
                                                    age,
                                                    action,
                                                    home,
                                                    times == 1 || time == 2,
                                                    time == 1,
                                                    phase,
                                                    Channel.values()[way]);
                                            boolean isOfSecret = isOfSheet && action == secret;
                                            sorts.add(line.sensitive(ways.hasSensitive() && isOfSecret)
                                                    .build());
                                            if (ways.hasSensitive() && !isOfSheet && random.nextInt(6) == 0) {
                                                sorts.add(line.sensitive(true).build());
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            return new Town(
                    ways,
                    sorts,
                    ways.hasHeads() ? heads(sorts, random) : List.of(),
                    ways.hasCorrections() ? back(sorts.size(), random) : List.of(),
                    ways.hasSensitive() && isOfSheet
                            ? Set.of(SUBJECT.sheets().get(secret).slug())
                            : Set.of());
        }

        /** Nobody in a room that is counted says who they are. Heads of a sensitive room are protected as acts are: a sort more. */
        private static List<LedgerLine> heads(List<LedgerLine> sorts, Random random) {
            List<LedgerLine> heads = new ArrayList<>();
            for (LedgerLine sort : List.copyOf(sorts)) {
                if (sort.ageBand() == null && sort.level() == ParticipationLevel.SPECTATOR && random.nextInt(3) == 0) {
                    LedgerLine room = LedgerLine.participation(
                                    SampleSubject.CONTRACT,
                                    sort.month(),
                                    Act.HEAD_COUNT,
                                    ParticipationLevel.SPECTATOR,
                                    java.util.Objects.requireNonNull(sort.channel()))
                            .actionSheet(sort.actionSheetId())
                            .home(sort.home())
                            .phase(sort.phase())
                            .sensitive(sort.isSensitive())
                            .build();
                    if (!room.isSensitive()) {
                        heads.add(room);
                    } else if (!sorts.contains(room)) {
                        sorts.add(room);
                    }
                }
            }
            return heads;
        }

        private static List<Integer> back(int sorts, Random random) {
            Set<Integer> back = new TreeSet<>();
            for (int each = 0; each < 6; each++) {
                back.add(random.nextInt(sorts));
            }
            return List.copyOf(back);
        }

        private static LedgerLine.Builder line(
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
                            YearMonth.of(2027, 6 + month),
                            Act.OPINION,
                            ParticipationLevel.values()[level],
                            channel)
                    .ageBand(age == 0 ? null : age == 1 ? "20-39" : "75+")
                    .actionSheet(SUBJECT.sheets().get(action).id())
                    .home(home == 2 ? null : SUBJECT.neighbourhoods().get(home).slug())
                    .firstTime(isUnsaid ? null : isFirst)
                    .phase(Phase.values()[phase]);
        }

        /** One for the acts of each sort in each edition, and one for those taken back of each sort that can be. */
        int unknowns() {
            return ways.editions() * (sorts.size() + back.size());
        }

        /** Of these sorts, what all editions up to this one, less all up to another, tell. 0: none. */
        int[] factors(Predicate<LedgerLine> counted, int edition, int less) {
            int[] factors = new int[unknowns()];
            for (int sort = 0; sort < sorts.size(); sort++) {
                if (counted.test(sorts.get(sort))) {
                    for (int batch = less; batch < edition; batch++) {
                        factors[batch * sorts.size() + sort] = 1;
                        int taken = back.indexOf(sort);
                        if (taken >= 0) {
                            factors[ways.editions() * sorts.size() + batch * back.size() + taken] = -1;
                        }
                    }
                }
            }
            return factors;
        }
    }

    /** The lines up to an edition, and the edition. */
    private record Told(
            List<LedgerLine> lines, List<EvidenceCell> cells, PublicMargins margins, List<EvidenceFact> facts) {}

    @Property(tries = 600)
    void nothingHiddenIsFoundInOneReportNorBetweenSeveral(
            @ForAll long seed, @ForAll @IntRange(min = 11, max = 250) int acts) {
        Random random = new Random(seed);
        Town town = Town.drawn(random);
        EvidenceTables.Shape shape = SampleFigures.shape(town.sorts(), town.sensitive());
        List<Told> editions = editions(town, shape, random, acts, SampleFacts.thresholds(seed));
        if (editions.size() < town.ways().editions()) {
            return;
        }
        BoundsAttack attack = new BoundsAttack(town.unknowns());
        for (int edition = 1; edition <= editions.size(); edition++) {
            neverBelowZero(attack, town, edition);
            know(attack, editions.get(edition - 1), town, shape, edition);
        }
        boolean opens = ledgers % LEDGERS_FOR_ONE_WITH_FACTS == 0;
        ledgers++;
        TOWNS.merge(town.ways().words(), 1, Integer::sum);
        if (opens) {
            for (int edition = 1; edition <= editions.size(); edition++) {
                open(attack, shape, editions.get(edition - 1), town, edition);
            }
        }
        for (int edition = 1; edition <= editions.size(); edition++) {
            assertNothingFound(attack, editions, town, shape, edition, random);
        }
        if (opens) {
            int edition = 1 + random.nextInt(editions.size());
            tryGroup(attack, shape, town, editions.get(edition - 1), edition, random);
        }
        if (ledgers % 250 == 0) {
            System.out.printf(
                    java.util.Locale.ROOT,
                    "%d ledgers, %d figures, %.0f %% hidden, %d facts, %d known as missing;"
                            + " the narrowest bounds of a small figure are %.1f apart, of %d small groups %.1f and %d held;"
                            + " %d figures that had shown were told by the public page%n%s%n",
                    ledgers,
                    figures,
                    100.0 * hiddenFigures / figures,
                    facts,
                    missing,
                    narrowest,
                    groupsTried,
                    narrowestGroup,
                    groupsHeld,
                    toldByThePage,
                    TOWNS);
        }
    }

    /** One after the other, each when it is due; fewer where one never is. */
    private static List<Told> editions(
            Town town, EvidenceTables.Shape shape, Random random, int acts, ToLongFunction<EvidenceFact> threshold) {
        Edition page = null;
        List<Told> editions = new ArrayList<>();
        List<List<EvidenceCell>> before = new ArrayList<>();
        List<LedgerLine> lines = new ArrayList<>();
        int[] counts = new int[town.sorts().size()];
        for (int edition = 1; edition <= town.ways().editions(); edition++) {
            boolean isFirst = edition == 1;
            boolean isOnlyBack = !isFirst && !town.back().isEmpty() && random.nextInt(6) == 0;
            int more = isOnlyBack ? 0 : isFirst ? acts : random.nextInt(4) == 0 ? 11 : acts / 2;
            int moved = 0;
            int[] came = SampleFigures.counts(town.sorts().size(), random, more);
            for (int sort = 0; sort < counts.length; sort++) {
                counts[sort] += came[sort];
                moved += came[sort];
                lines.addAll(Collections.nCopies(came[sort], town.sorts().get(sort)));
            }
            int taken = 0;
            for (int sort : town.back()) {
                int gone = random.nextInt(2) == 0 ? 0 : random.nextInt(Math.min(counts[sort], isOnlyBack ? 40 : 8) + 1);
                counts[sort] -= gone;
                taken += gone;
                lines.addAll(Collections.nCopies(gone, town.sorts().get(sort).corrected()));
            }
            // A total always shows, and so a total of few is known: it has no breakdown.
            if (moved + taken < SmallCells.SENSITIVE_MINIMUM
                    || SampleFigures.sum(counts) < SmallCells.SENSITIVE_MINIMUM) {
                return editions;
            }
            for (LedgerLine room : town.heads()) {
                if (random.nextInt(3) == 0) {
                    lines.addAll(Collections.nCopies(1 + random.nextInt(20), room));
                }
            }
            Edition open =
                    page == null ? SampleEdition.first(lines, SUBJECT) : SampleEdition.after(page, lines, SUBJECT);
            PublicMargins margins = new PublicMargins(EditionFigures.of(open, SUBJECT));
            page = open;
            List<EvidenceCell> cells = EvidenceTables.of(shape, SampleCube.of(lines), margins, before);
            List<EvidenceFact> facts = EvidenceFacts.of(shape, cells, margins, SampleFacts.of(lines), threshold);
            editions.add(new Told(List.copyOf(lines), cells, margins, facts));
            before.addFirst(cells);
        }
        return editions;
    }

    /** All that shows, zeros as well; each figure is right. */
    private static void know(BoundsAttack attack, Told told, Town town, EvidenceTables.Shape shape, int edition) {
        Map<Cut, Set<String>> named = SampleFigures.named(told.cells());
        Set<Period> periods = new TreeSet<>();
        for (EvidenceCell cell : told.cells()) {
            figures++;
            hiddenFigures += cell.isHidden() ? 1 : 0;
            periods.add(cell.name().period());
            Predicate<LedgerLine> counted = SampleFigures.counted(cell.name(), named);
            assertEquals(acts(told, counted), cell.acts(), cell.toString());
            if (!cell.isHidden()) {
                attack.know(town.factors(counted, edition, 0), cell.acts());
            }
        }
        for (Period period : periods) {
            Evidence page = page(told, period);
            named.forEach((cut, keys) -> {
                Set<String> rows = new TreeSet<>(shape.listed().getOrDefault(cut, Set.of()));
                rows.addAll(keys);
                rows.remove(EvidenceTables.NEVER);
                for (String row : rows) {
                    for (String part : parts(cut, named)) {
                        Name name = new Name(period, cut, row, part);
                        Evidence.Figure figure = page.figure(cut, row, part);
                        if (!figure.isHidden() && (cut != Cut.MONTH || period.contains(YearMonth.parse(row)))) {
                            Predicate<LedgerLine> counted = SampleFigures.counted(
                                    cut == Cut.MONTH ? new Name(Period.WHOLE, cut, row, part) : name, Map.of());
                            attack.know(town.factors(counted, edition, 0), figure.acts());
                        }
                    }
                }
            });
        }
    }

    private static Evidence page(Told told, Period period) {
        return new Evidence(
                1,
                null,
                period,
                List.of(),
                told.cells().stream()
                        .filter(cell -> cell.name().period().equals(period))
                        .toList(),
                told.cells().stream()
                        .filter(cell -> cell.name().period().isWhole())
                        .toList());
    }

    private static Set<String> parts(Cut cut, Map<Cut, Set<String>> named) {
        Set<String> parts = new TreeSet<>(
                switch (cut.parts()) {
                    case NONE -> Set.of(Cut.ALL);
                    case LEVELS -> named.getOrDefault(Cut.LEVEL, Set.of());
                    case FIRST -> named.getOrDefault(Cut.FIRST, Set.of());
                    case PHASES -> named.getOrDefault(Cut.PHASE, Set.of());
                });
        if (cut.parts() == Cut.Parts.LEVELS) {
            parts.add(Cut.ALL);
        }
        parts.remove(EvidenceTables.NEVER);
        return parts;
    }

    private static long acts(Told told, Predicate<LedgerLine> counted) {
        return told.lines().stream()
                .filter(line -> line.act() != Act.HEAD_COUNT || line.isSensitive())
                .filter(counted)
                .mapToLong(LedgerLine::count)
                .sum();
    }

    /** What the facts of an edition tell; and those that would be there, had they been frequent enough. */
    private static void open(BoundsAttack attack, EvidenceTables.Shape shape, Told edition, Town town, int number) {
        EvidenceFacts told = new EvidenceFacts(shape, edition.cells(), edition.margins());
        Map<EvidenceFact, EvidenceFact> listed = new HashMap<>();
        for (EvidenceFact fact : edition.facts()) {
            if (!fact.isHeads()) {
                facts++;
                listed.put(alike(fact), fact);
                told.tell(fact);
            }
        }
        possible(town).forEach((group, sorts) -> {
            EvidenceFact usual = EvidenceFacts.fact(shape, group);
            EvidenceFact sensitive = EvidenceFacts.fact(shape, SampleFacts.with(group, true, 0));
            boolean maySensitive = sorts.stream().anyMatch(LedgerLine::isSensitive);
            EvidenceFact fact = listed.get(alike(usual));
            int[] all = town.factors(sorts::contains, number, 0);
            int[] ofSensitive = town.factors(line -> line.isSensitive() && sorts.contains(line), number, 0);
            if (fact != null) {
                attack.least(all, fact.atLeast());
                if (maySensitive && town.back().isEmpty() && usual.atLeast() != sensitive.atLeast()) {
                    if (fact.atLeast() == sensitive.atLeast()) {
                        attack.least(ofSensitive, 1);
                    } else {
                        attack.most(ofSensitive, 0);
                    }
                }
            } else {
                EvidenceFact rare = maySensitive ? sensitive : usual;
                if (told.hasRoom(rare)) {
                    missing++;
                    attack.most(all, EvidenceFacts.mostMissing(rare));
                }
            }
        });
    }

    /** Whatever number it stands for. */
    private static EvidenceFact alike(EvidenceFact fact) {
        return new EvidenceFact(
                fact.cut(),
                fact.category(),
                fact.level(),
                fact.month(),
                fact.act(),
                fact.sheet(),
                fact.action(),
                fact.axis(),
                fact.channel(),
                fact.isHeads(),
                0);
    }

    /**
     * Acts alike that are few aren't held close either, where the figures alone don't hold them within five: a line's least and the most of missing ones
     * can meet by chance (decision 0030), in less than one of a hundred.
     */
    private static void tryGroup(
            BoundsAttack attack, EvidenceTables.Shape shape, Town town, Told told, int edition, Random random) {
        List<int[]> small = new ArrayList<>();
        possible(town).forEach((group, sorts) -> {
            boolean maySensitive = sorts.stream().anyMatch(LedgerLine::isSensitive);
            EvidenceFact fact = EvidenceFacts.fact(shape, SampleFacts.with(group, maySensitive, 0));
            long acts = acts(told, line -> sorts.contains(line.count() < 0 ? line.corrected() : line));
            if (acts > 0 && acts < fact.atLeast() / EvidenceFacts.TIMES) {
                small.add(town.factors(sorts::contains, edition, 0));
            }
        });
        for (int tried = 0; tried < 2 && !small.isEmpty(); tried++) {
            int[] which = small.remove(random.nextInt(small.size()));
            if (attack.widthByFigures(which) >= SmallCells.MINIMUM) {
                double width = attack.width(which);
                groupsTried++;
                narrowestGroup = Math.min(narrowestGroup, width);
                groupsHeld += width < 1 - 1e-6 ? 1 : 0;
                assertTrue(groupsHeld <= 1 + groupsTried / 100, () -> "acts alike are held within " + width);
            }
        }
    }

    /** The groups that acts can be in, as if nothing were sensitive, and the sorts of each. */
    private static Map<FactGroup, Set<LedgerLine>> possible(Town town) {
        Map<FactGroup, Set<LedgerLine>> possible = new LinkedHashMap<>();
        town.sorts()
                .forEach(line -> SampleFacts.groups(line)
                        .forEach(group -> possible.computeIfAbsent(group, unused -> new LinkedHashSet<>())
                                .add(line)));
        return possible;
    }

    private static void assertNothingFound(
            BoundsAttack attack,
            List<Told> editions,
            Town town,
            EvidenceTables.Shape shape,
            int edition,
            Random random) {
        Told told = editions.get(edition - 1);
        Map<Cut, Set<String>> named = SampleFigures.named(told.cells());
        List<EvidenceCell> small = new ArrayList<>();
        for (EvidenceCell cell : told.cells()) {
            if (cell.isHidden() && cell.acts() > 0 && cell.acts() < least(cell, town)) {
                int[] which = town.factors(SampleFigures.counted(cell.name(), named), edition, 0);
                assertTrue(
                        !attack.isFound(which) || isToldByThePage(editions, town, shape, edition, cell, which),
                        () -> "found " + cell);
                small.add(cell);
            }
        }
        for (int tried = 0; tried < 2 && !small.isEmpty(); tried++) {
            EvidenceCell cell = small.remove(random.nextInt(small.size()));
            int[] which = town.factors(SampleFigures.counted(cell.name(), named), edition, 0);
            double width = attack.width(which);
            if (width >= 1 - 1e-6 || !isToldByThePage(editions, town, shape, edition, cell, which)) {
                narrowest = Math.min(narrowest, width);
                assertTrue(width >= 1 - 1e-6, () -> "held within " + width + ": " + cell);
            }
        }
    }

    /**
     * Whether a figure that showed in a report before is only known because the public page tells what came to it since: the new
     * report itself adds nothing. It hides a figure that showed when acts were taken back, or a sensitive one came (decision 0030).
     */
    private static boolean isToldByThePage(
            List<Told> editions, Town town, EvidenceTables.Shape shape, int edition, EvidenceCell cell, int[] which) {
        boolean hasShown = editions.subList(0, edition - 1).stream()
                .flatMap(before -> before.cells().stream())
                .anyMatch(before -> before.name().equals(cell.name()) && !before.isHidden());
        if (!hasShown) {
            return false;
        }
        BoundsAttack without = new BoundsAttack(town.unknowns());
        for (int number = 1; number <= editions.size(); number++) {
            neverBelowZero(without, town, number);
            Told told = editions.get(number - 1);
            if (number != edition) {
                know(without, told, town, shape, number);
            } else {
                Map<Cut, Set<String>> named = SampleFigures.named(told.cells());
                for (EvidenceCell each : told.cells()) {
                    if (told.margins().shows(each.name()).orElse(false)) {
                        without.know(town.factors(SampleFigures.counted(each.name(), named), number, 0), each.acts());
                    }
                }
            }
        }
        boolean isTold = without.width(which) < 1 - 1e-6;
        toldByThePage += isTold ? 1 : 0;
        return isTold;
    }

    private static void neverBelowZero(BoundsAttack attack, Town town, int edition) {
        for (int sort : town.back()) {
            LedgerLine line = town.sorts().get(sort);
            attack.neverBelowZero(town.factors(each -> each == line, edition, 0));
        }
    }

    /** What a figure must count to show. */
    private static int least(EvidenceCell cell, Town town) {
        Name name = cell.name();
        boolean isSaid = !name.category().equals(Cut.UNKNOWN) && !name.part().equals(Cut.UNKNOWN);
        boolean isOfSensitive = (name.cut() == Cut.ACTION || name.cut() == Cut.ACTION_FIRST)
                && town.sensitive().contains(name.category());
        return (name.cut().isProfile() && isSaid) || isOfSensitive || cell.sensitiveActs() != 0 ? 11 : 5;
    }
}
