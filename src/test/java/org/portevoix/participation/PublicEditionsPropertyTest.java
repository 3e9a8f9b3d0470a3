package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A reader keeps the public page of two or three editions, of every month, half year and year, and has a computer: nothing
 * that one of them hides is found, by adding and subtracting nor by linear programming.
 */
class PublicEditionsPropertyTest {
    private static final SampleSubject SUBJECT = SampleFigures.SUBJECT;

    private static int ledgers;
    private static int tried;
    private static double narrowest = Double.MAX_VALUE;

    @Property(tries = 1000)
    void nothingHiddenIsFoundInTwoOrThreeEditions(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 3) int batches,
            @ForAll @IntRange(min = 11, max = 200) int acts) {
        Random random = new Random(seed);
        SampleTown came = SampleTown.drawn(random).inPublic();
        SampleTown town = came.withWhatNeverCame();
        int sorts = town.sorts().size();
        int[] counts = new int[batches * sorts];
        List<LedgerLine> lines = new ArrayList<>();
        List<Edition> editions = new ArrayList<>();
        BoundsAttack attack = new BoundsAttack(batches * sorts);
        List<PublicReader> readers = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            int more = batch == 0 ? acts : SmallCells.MINIMUM + random.nextInt(random.nextBoolean() ? 10 : acts);
            int[] come = SampleFigures.counts(came.sorts().size(), random, more);
            System.arraycopy(come, 0, counts, batch * sorts, come.length);
            for (int sort = 0; sort < come.length; sort++) {
                for (int each = 0; each < come[sort]; each++) {
                    lines.add(town.sorts().get(sort));
                }
            }
            Edition edition = editions.isEmpty()
                    ? SampleEdition.first(lines, SUBJECT)
                    : SampleEdition.after(editions.getLast(), lines, SUBJECT);
            editions.add(edition);
            PublicReader reader = new PublicReader(attack, town, batches, batch);
            reader.read(EditionFigures.of(edition, SUBJECT));
            readers.add(reader);
        }
        ledgers++;
        for (int batch = 0; batch < batches; batch++) {
            List<PublicReader.Hidden> small =
                    readers.get(batch).hiddenSmall(EditionFigures.of(editions.get(batch), SUBJECT), counts);
            small.forEach(each -> assertFalse(attack.isFound(each.which()), () -> "found " + each.name()));
            for (int each = 0; each < 3 && !small.isEmpty(); each++) {
                PublicReader.Hidden one = small.remove(random.nextInt(small.size()));
                double width = attack.width(one.which());
                tried++;
                narrowest = Math.min(narrowest, width);
                assertTrue(width >= 1 - 1e-6, () -> "held within " + width + ": " + one.name());
            }
        }
        if (ledgers % 250 == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%d ledgers of two or three public editions: of %d small figures the narrowest bounds are %.1f apart%n",
                    ledgers,
                    tried,
                    narrowest);
        }
    }
}
