package org.portevoix.participation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An edition made of lines, without a database. */
final class SampleEdition {
    static final Instant AS_OF = Instant.parse("2027-06-30T12:00:00Z");

    private SampleEdition() {}

    static Edition of(List<LedgerLine> lines) {
        LedgerCount count = new LedgerCount(SampleCube.of(lines));
        return new Edition(
                1,
                SampleSubject.CONTRACT,
                1,
                AS_OF,
                count.actCount(),
                count.headCount(),
                count.cells(),
                Set.of(),
                null);
    }

    /** One that is made of all these lines, before any other. */
    static Edition first(List<LedgerLine> lines, Subject subject) {
        return made(Optional.empty(), lines, subject);
    }

    /** One that is made of all these lines, after another. */
    static Edition after(Edition before, List<LedgerLine> lines, Subject subject) {
        return made(Optional.of(before), lines, subject);
    }

    private static Edition made(Optional<Edition> before, List<LedgerLine> lines, Subject subject) {
        Edition edition = of(lines);
        return edition.made(
                EditionFigures.after(before, edition, subject).hiddenNames(),
                EditionFigures.listed(subject.actionSheets(SampleSubject.CONTRACT)));
    }

    /** What everybody may read of these lines. */
    static PublicMargins margins(List<LedgerLine> lines, SampleSubject subject) {
        return new PublicMargins(EditionFigures.of(of(lines), subject));
    }
}
