package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an edition hides because of the one before comes out again. */
class SuccessiveCellsTest {
    private static final SampleSubject SUBJECT = SampleSubject.of(2, 3, 6);

    private final List<LedgerLine> lines = new ArrayList<>();

    @Test
    void aFigureThatCreepsOverTheMinimumDoesNotTellWhatItWas() {
        add(1, 4);
        add(2, 60);
        add(3, 50);
        Edition one = SampleEdition.first(lines, SUBJECT);
        assertNull(homes(one).get("quartier-1"));
        add(1, 1);
        add(2, 1);
        add(3, 3);
        Edition two = SampleEdition.after(one, lines, SUBJECT);
        assertNull(homes(two).get("quartier-1"), "5, which was 4 at least");
    }

    @Test
    void aFigureThatGrowsByFiveShowsAtOnce() {
        add(1, 4);
        add(2, 60);
        add(3, 50);
        Edition one = SampleEdition.first(lines, SUBJECT);
        add(1, 5);
        assertEquals(9, homes(SampleEdition.after(one, lines, SUBJECT)).get("quartier-1"));
    }

    @Test
    void whatIsLargeIsNotHiddenForEverByManySmallEditions() {
        lines.addAll(SampleLines.random(SUBJECT, 3, 60, 7));
        Edition edition = SampleEdition.first(lines, SUBJECT);
        Random random = new Random(7);
        for (int number = 0; number < 150; number++) {
            List<LedgerLine> more = SampleLines.random(SUBJECT, 3, 40, 100 + number);
            for (int act = 0; act < SmallCells.MINIMUM; act++) {
                lines.add(more.get(random.nextInt(more.size())));
            }
            edition = SampleEdition.after(edition, lines, SUBJECT);
        }
        Set<String> besides = new HashSet<>(edition.hidden());
        besides.removeAll(SampleEdition.first(lines, SUBJECT).hidden());
        besides.removeIf(name -> name.matches(".* 20\\d\\d.*"));
        assertTrue(besides.size() <= 10, "hidden besides, of the whole time: " + besides);
    }

    private void add(int neighbourhood, int acts) {
        for (int act = 0; act < acts; act++) {
            lines.add(LedgerLine.participation(
                            SampleSubject.CONTRACT,
                            YearMonth.of(2027, 5),
                            Act.OPINION,
                            ParticipationLevel.CONSULTED,
                            Channel.WEB)
                    .actionSheet(SUBJECT.sheets().getFirst().id())
                    .home("quartier-" + neighbourhood)
                    .build());
        }
    }

    private static Map<String, @Nullable Long> homes(Edition edition) {
        return EditionFigures.of(edition, SUBJECT)
                .figures(null, null, Answers.NONE)
                .byNeighbourhood();
    }
}
