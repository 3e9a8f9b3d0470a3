package org.portevoix.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.account.Desk;
import org.portevoix.account.Desks;

/** The letter of the morning: how many wait and since when, once a day and person. */
class DigestsTest {

    private static final TestTown TOWN = TestTown.whereTimePasses();

    @Test
    void tellsEachMorningHowManyWaitOnceHoweverOftenItLooks() {
        String contract = TOWN.smallTown("matin");
        untilTen();
        TestTown.Coordinator coordinator = TOWN.coordinator(contract);
        assertEquals(0, look(coordinator), "nothing waits");
        give(contract);
        give(contract);
        assertEquals(1, look(coordinator));
        assertEquals(1, look(coordinator));
        TOWN.clock().pass(Duration.ofDays(1));
        assertEquals(2, look(coordinator), "nothing is new, and they still wait");
        TOWN.clock().pass(Duration.ofHours(16));
        assertEquals(2, look(coordinator), "at night nobody is written to");
    }

    @Test
    void whoDoesNotWantItGetsNone() {
        String contract = TOWN.smallTown("matin-non");
        untilTen();
        TestTown.Coordinator coordinator = TOWN.coordinator(contract);
        give(contract);
        String csrf = coordinator
                .desk()
                .page("/equipe/avertissements")
                .select("input[name=csrf]")
                .attr("value");
        assertTrue(coordinator
                .desk()
                .page("/equipe/avertissements")
                .expectFirst("input[name=digest]")
                .hasAttr("checked"));
        coordinator.desk().post("/equipe/avertissements", Map.of("csrf", csrf, "wish", "DAILY"));
        assertEquals(0, look(coordinator));
        coordinator.desk().post("/equipe/avertissements", Map.of("csrf", csrf, "wish", "DAILY", "digest", "yes"));
        assertEquals(1, look(coordinator));
    }

    private static void untilTen() {
        int hour = TOWN.clock().instant().atZone(ZoneId.of("Europe/Paris")).getHour();
        TOWN.clock().pass(Duration.ofHours((34 - hour) % 24));
    }

    private static void give(String contract) {
        TOWN.give("fr", contract, "avis", Map.of("q-pourquoi", "Un avis qui attend le matin", "may_show", "yes"));
    }

    /** Letters of the morning written to them so far. */
    private static int look(TestTown.Coordinator coordinator) {
        Desk desk = TOWN.bean(Desks.class).ofTheTeam().stream()
                .filter(one -> one.email().equals(coordinator.email()))
                .findFirst()
                .orElseThrow();
        TOWN.bean(Digests.class).look(desk);
        List<String> written = TestTown.rows(
                "SELECT COUNT(*) FROM letter WHERE letter_key LIKE ?", "digest/" + desk.accountId() + "/%");
        return Integer.parseInt(written.getFirst());
    }
}
