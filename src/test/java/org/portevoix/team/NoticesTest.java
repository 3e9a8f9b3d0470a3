package org.portevoix.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.account.Desk;
import org.portevoix.account.Desks;
import org.portevoix.desk.Work;

/** Writing to a coordinator when something new waits, and not too often. */
class NoticesTest {

    private static final TestTown TOWN = TestTown.open();

    @Test
    void aCoordinatorIsToldOfWhatIsNewOnceAnHourAtMost() {
        TestTown.Coordinator coordinator = town("avertis-heure");
        assertEquals(0, notices(coordinator));
        opinion("avertis-heure");
        assertEquals(1, look(coordinator));
        assertEquals(1, look(coordinator));
        opinion("avertis-heure");
        assertEquals(1, look(coordinator), "within the hour");
        TOWN.clock().pass(Duration.ofMinutes(61));
        assertEquals(1, look(coordinator), "the first one has not left yet");
        leave(coordinator);
        assertEquals(2, look(coordinator));
        leave(coordinator);
        TOWN.clock().pass(Duration.ofMinutes(61));
        assertEquals(2, look(coordinator), "nothing is new");
    }

    @Test
    void workDoneIsNoNewsAndOneMoreAfterItIs() {
        TestTown.Coordinator coordinator = town("avertis-moins");
        opinion("avertis-moins");
        opinion("avertis-moins");
        assertEquals(1, look(coordinator));
        leave(coordinator);
        TOWN.clock().pass(Duration.ofMinutes(61));
        TestTown.Coordinator back = TOWN.coordinator("avertis-moins");
        long first = Long.parseLong(TestTown.rows(
                        "SELECT MIN(o.id) FROM opinion o JOIN contract c ON c.id = o.contract_id WHERE c.slug = 'avertis-moins'")
                .getFirst());
        assertEquals(303, back.refuse(first, "OFF_TOPIC").status());
        assertEquals(1, look(coordinator));
        opinion("avertis-moins");
        assertEquals(2, look(coordinator));
    }

    @Test
    void whoWishesNoLetterGetsNone() {
        TestTown.Coordinator coordinator = town("avertis-jamais");
        String csrf = coordinator
                .desk()
                .page("/equipe/avertissements")
                .select("input[name=csrf]")
                .attr("value");
        assertEquals(
                422,
                coordinator
                        .desk()
                        .post("/equipe/avertissements", Map.of("csrf", csrf, "wish", "x"))
                        .status());
        assertEquals(
                303,
                coordinator
                        .desk()
                        .post("/equipe/avertissements", Map.of("csrf", csrf, "wish", "NEVER"))
                        .status());
        assertEquals(
                "NEVER",
                coordinator
                        .desk()
                        .page("/equipe/avertissements")
                        .select("input[checked]")
                        .attr("value"));
        opinion("avertis-jamais");
        assertEquals(0, look(coordinator));
    }

    @Test
    void onceADayIsInTheMorning() {
        ZonedDateTime night = ZonedDateTime.parse("2026-11-23T07:59:00+01:00[Europe/Paris]");
        ZonedDateTime morning = night.plusMinutes(1);
        assertTrue(Notices.between(Wish.DAILY, night).isNegative());
        assertEquals(Duration.ofHours(20), Notices.between(Wish.DAILY, morning));
        assertEquals(Duration.ofHours(1), Notices.between(Wish.HOURLY, night));
    }

    @Test
    void somebodyInDangerIsToldOfOnceByALetterOfItsOwn() {
        TestTown.Coordinator coordinator = town("avertis-danger");
        TOWN.give(
                "fr",
                "avertis-danger",
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", "Je veux mourir", "may_show", "no"));
        assertEquals(0, look(coordinator));
        opinion("avertis-danger");
        assertEquals(1, look(coordinator));
    }

    @Test
    void moreOfTheSameIsNewAndLessIsNot() {
        Seen seen = Seen.read(Seen.of(List.of(waiting("14 avis à lire", false))).written());
        assertFalse(seen.isNew(waiting("14 avis à lire", false)));
        assertFalse(seen.isNew(waiting("9 avis à lire", false)));
        assertTrue(seen.isNew(waiting("15 avis à lire", false)));
        assertTrue(seen.isNew(waiting("14 avis à lire", true)));
        assertTrue(seen.isNew(waiting("Répondre à « Forum 2026 »", false)));
        assertTrue(Seen.read("").isNew(waiting("Répondre", false)));
        assertFalse(seen.written().contains("avis"));
    }

    private static Work.Waiting waiting(String title, boolean isLate) {
        return new Work.Waiting(
                Work.Gravity.USUAL, LocalDate.of(2026, 11, 23), isLate, title, "", "/equipe/ville/avis", "Ville");
    }

    private static TestTown.Coordinator town(String slug) {
        TOWN.sample(slug);
        TestTown.Coordinator coordinator = TOWN.coordinator(slug);
        // What the sample itself has waiting is told first.
        look(coordinator);
        TestTown.update(
                "DELETE FROM letter WHERE letter_key LIKE ?",
                "notice/" + desk(coordinator).accountId() + "/%");
        TestTown.update(
                "UPDATE notice SET written_at = NULL WHERE account_id = ?",
                desk(coordinator).accountId());
        return coordinator;
    }

    private static void opinion(String slug) {
        TOWN.give(
                "fr",
                slug,
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", "Un banc devant le centre.", "may_show", "no"));
    }

    private static Desk desk(TestTown.Coordinator coordinator) {
        return TOWN.bean(Desks.class).ofTheTeam().stream()
                .filter(desk -> desk.email().equals(coordinator.email()))
                .findFirst()
                .orElseThrow();
    }

    private static int look(TestTown.Coordinator coordinator) {
        TOWN.bean(Notices.class).look(desk(coordinator));
        return notices(coordinator);
    }

    private static int notices(TestTown.Coordinator coordinator) {
        return Integer.parseInt(TestTown.rows(
                        "SELECT COUNT(*) FROM letter WHERE letter_key LIKE ?",
                        "notice/" + desk(coordinator).accountId() + "/%")
                .getFirst());
    }

    /** As if it had been sent. */
    private static void leave(TestTown.Coordinator coordinator) {
        TestTown.update(
                "UPDATE letter SET state = 'SENT' WHERE letter_key LIKE ?",
                "notice/" + desk(coordinator).accountId() + "/%");
    }
}
