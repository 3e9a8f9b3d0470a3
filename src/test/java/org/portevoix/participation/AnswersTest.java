package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final LocalDate DAY = LocalDate.of(2027, 7, 1);

    @Test
    void aPromiseIsBrokenFromTheDayAfterOnWithoutANewEdition() {
        assertEquals(Figures.Promise.NOT_YET, promise(Set.of(), DAY));
        assertEquals(Figures.Promise.BROKEN, promise(Set.of(), DAY.plusDays(1)));
        assertEquals(
                Figures.Promise.KEPT,
                promise(Set.of(SampleFigures.SUBJECT.sheets().getFirst().id()), DAY.plusDays(9)));
    }

    private static Figures.Promise promise(Set<Long> given, LocalDate today) {
        long sheet = SampleFigures.SUBJECT.sheets().getFirst().id();
        return EditionFigures.of(SampleEdition.of(List.of()), SampleFigures.SUBJECT)
                .figures(null, null, new Answers(given, Map.of(sheet, DAY), today))
                .actions()
                .getFirst()
                .promise();
    }
}
