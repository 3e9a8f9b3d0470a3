package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EditionFiguresSpeedTest {
    @Test
    void fiveYearsOfThirtyActionsAreWorkedOutAtOnce() {
        SampleSubject subject = SampleSubject.of(6, 5, 12);
        for (int acts : new int[] {300, 3_000, 30_000}) {
            Edition edition = SampleEdition.of(SampleLines.random(subject, 60, acts, 1));
            Duration least = Duration.ofDays(1);
            for (int run = 0; run < 4; run++) {
                long start = System.nanoTime();
                new EditionFigures(edition, subject.sheets(), subject.axes(), subject.neighbourhoods());
                Duration taken = Duration.ofNanos(System.nanoTime() - start);
                least = taken.compareTo(least) < 0 ? taken : least;
            }
            assertTrue(least.compareTo(Duration.ofMillis(200)) < 0, least.toString());
        }
    }
}
