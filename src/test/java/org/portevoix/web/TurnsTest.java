package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoComesWhileAllTurnsAreTakenIsToldSoAndTheNextOneIsNot() {
        Turns one = new Turns(1, Duration.ZERO);
        Optional<Optional<String>> within = one.take(() -> one.take(() -> "two at once"));
        assertEquals(Optional.of(Optional.empty()), within);
        assertThrows(
                NotFound.class,
                () -> one.take(() -> {
                    throw new NotFound();
                }));
        assertEquals(Optional.of("next"), one.take(() -> "next"));
    }

    @Test
    void theSmallMachinesOtherCoreStaysFree() {
        assertEquals(1, Turns.half(1));
        assertEquals(1, Turns.half(2));
        assertEquals(4, Turns.half(8));
    }
}
