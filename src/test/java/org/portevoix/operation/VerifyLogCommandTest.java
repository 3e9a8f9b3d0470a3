package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portevoix.seal.Head;
import org.portevoix.seal.Verification;
import org.portevoix.seal.Verification.Fault;
import org.portevoix.seal.Verification.Kind;
import org.portevoix.seal.Verification.Source;

/** What {@code ./run verify-log} says, and its exit code. */
class VerifyLogCommandTest {

    private static final Head HEAD = new Head(12, new byte[32]);

    private final List<String> said = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();

    @Test
    void aWholeLogIsSaidInOneLineWithItsHead() {
        assertEquals(0, tell(new Verification(12, HEAD, List.of()), 1));
        assertEquals(1, said.size());
        assertTrue(said.getFirst().contains("12 lignes relues, et il passe par le sceau donné"), said::toString);
        assertTrue(said.getFirst().endsWith(HEAD.written()));
        assertEquals(List.of(), warned);
    }

    @Test
    void eachLineThatDoesNotHoldIsNamed() {
        List<Fault> faults = List.of(
                new Fault(6, Kind.ALTERED, Source.LINE),
                new Fault(7, Kind.UNLINKED, Source.LINE),
                new Fault(8, Kind.MISSING, Source.LINE),
                new Fault(10, Kind.REWRITTEN, Source.MAILED),
                new Fault(12, Kind.CUT_OFF, Source.GIVEN));
        assertEquals(1, tell(new Verification(11, HEAD, faults), 1));
        assertEquals(6, warned.size());
        assertTrue(warned.get(0).startsWith("Ligne 6 : modifiée"));
        assertTrue(warned.get(1).startsWith("Ligne 7 : elle ne suit pas"));
        assertTrue(warned.get(2).startsWith("Ligne 8 : elle manque."));
        assertTrue(warned.get(3).startsWith("Ligne 10 : elle n'a pas l'empreinte"));
        assertTrue(warned.get(4).startsWith("Ligne 12 : elle manque à la fin du journal, d'après le sceau donné"));
        assertEquals(List.of(), said);
    }

    private int tell(Verification found, int heads) {
        return VerifyLogCommand.tell(found, heads, said::add, warned::add);
    }
}
