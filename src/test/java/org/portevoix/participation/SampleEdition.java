package org.portevoix.participation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An edition made of lines, without a database. */
final class SampleEdition {
    static final Instant AS_OF = Instant.parse("2027-06-30T12:00:00Z");

    private SampleEdition() {}

    static Edition of(List<LedgerLine> lines) {
        LedgerCount count = new LedgerCount(SampleCube.of(lines));
        return new Edition(
                1, SampleSubject.CONTRACT, 1, AS_OF, count.actCount(), count.headCount(), count.cells(), Set.of());
    }

    /** One that is made of all these lines, after the editions before it. */
    static Edition after(List<Edition> before, List<LedgerLine> lines, Subject subject) {
        Edition edition = of(lines);
        return edition.hiding(EditionFigures.after(before, edition, subject).hiddenNames());
    }

    /** What everybody may read of these lines. */
    static PublicMargins margins(List<LedgerLine> lines, SampleSubject subject) {
        return new PublicMargins(EditionFigures.of(of(lines), subject));
    }
}
