package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sheet that is withdrawn, or published late, moves its acts to other rows: what the rows were before must not tell its own. */
class ListedSheetsTest {
    private static final YearMonth MAY = YearMonth.of(2027, 5);
    private static final SampleSubject ALL = SampleSubject.of(3, 1, 2);
    private static final long MANY = 101;
    private static final long FEW = 201;
    private static final long OTHER = 301;
    private static final SampleSubject WITHOUT = without(FEW);

    private final List<LedgerLine> lines = new ArrayList<>();

    @Test
    void aSheetThatIsWithdrawnLeavesTheEditionAsItWas() {
        write();
        Edition edition = SampleEdition.first(lines, ALL);
        assertEquals(20, actions(edition, ALL).get(Figures.NO_ACTION));
        assertNull(actions(edition, ALL).get("action-2-1"));
        Map<String, @Nullable Long> since = actions(edition, WITHOUT);
        assertEquals(20, since.get(Figures.NO_ACTION), "23 less 20 would tell of 3");
        assertFalse(since.containsKey("action-2-1"));
    }

    @Test
    void theNextEditionDoesNotTellWhatAWithdrawnSheetHid() {
        write();
        Edition one = SampleEdition.first(lines, ALL);
        add(MANY, 5);
        Edition two = SampleEdition.after(one, lines, WITHOUT);
        assertNull(actions(two, WITHOUT).get(Figures.NO_ACTION), "23 less 20 would tell of 3");
        assertNull(figures(two, WITHOUT).byAxis().get(Figures.NO_AXIS));
        add(null, 5);
        Edition three = SampleEdition.after(two, lines, ALL);
        assertNull(actions(three, ALL).get("action-2-1"));
        assertNull(actions(three, ALL).get(Figures.NO_ACTION), "25 + 3 less what came would tell");
    }

    @Test
    void aSheetThatIsPublishedLateIsNotToldByWhatNoneLoses() {
        write();
        Edition one = SampleEdition.first(lines, WITHOUT);
        Map<String, @Nullable Long> since = actions(one, ALL);
        assertEquals(actions(one, WITHOUT).get(Figures.NO_ACTION), since.get(Figures.NO_ACTION));
        assertNull(since.get("action-2-1"), "it has acts, which count under none until the next edition");
        add(MANY, 5);
        Map<String, @Nullable Long> next = actions(SampleEdition.after(one, lines, ALL), ALL);
        assertNull(next.get("action-2-1"));
        assertNull(next.get(Figures.NO_ACTION));
    }

    @Test
    void aNewSheetHasNone() {
        add(MANY, 30);
        add(null, 20);
        Edition edition = SampleEdition.first(lines, WITHOUT);
        assertEquals(0, actions(edition, ALL).get("action-2-1"));
        assertEquals(20, actions(edition, ALL).get(Figures.NO_ACTION));
        add(FEW, 6);
        Map<String, @Nullable Long> next = actions(SampleEdition.after(edition, lines, ALL), ALL);
        assertEquals(6, next.get("action-2-1"));
        assertEquals(20, next.get(Figures.NO_ACTION));
    }

    private void write() {
        add(MANY, 30);
        add(FEW, 3);
        add(OTHER, 4);
        add(null, 20);
    }

    private void add(@Nullable Long sheet, int acts) {
        for (int act = 0; act < acts; act++) {
            lines.add(LedgerLine.participation(
                            SampleSubject.CONTRACT, MAY, Act.OPINION, ParticipationLevel.CONSULTED, Channel.WEB)
                    .actionSheet(sheet)
                    .home(ALL.neighbourhoods().getFirst().slug())
                    .build());
        }
    }

    private static Figures figures(Edition edition, SampleSubject subject) {
        return EditionFigures.of(edition, subject).figures(null, null, Answers.NONE);
    }

    private static Map<String, @Nullable Long> actions(Edition edition, SampleSubject subject) {
        return figures(edition, subject).byAction();
    }

    private static SampleSubject without(long sheet) {
        return new SampleSubject(
                ALL.axes(),
                ALL.sheets().stream().filter(each -> each.id() != sheet).toList(),
                ALL.neighbourhoods());
    }
}
