package org.portevoix.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.account.Invitations;
import org.portevoix.account.Role;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;

/** How mail stands, as the desk shows it, on a site without a mail server. */
class MailDeskControllerTest {

    private static final TestTown TOWN = TestTown.open();

    @Test
    void waitingMailIsShownWithTheReasonAndBeforeAllUsualWork() {
        TOWN.sample("courrier-essai");
        TestTown.Coordinator coordinator = TOWN.coordinator("courrier-essai");
        Contract contract = TOWN.bean(Contracts.class).find("courrier-essai").orElseThrow();
        TOWN.bean(Invitations.class).invite("lettre@courrier.example", "Lettre Courrier", Role.HOST, contract);
        Document page = coordinator.desk().page("/equipe/courrier");
        assertTrue(page.text().contains("1 lettre prête à partir"), page.text());
        assertEquals(
                List.of("JAVAMAIL_PROPERTIES_MAIL_SMTP_HOST", "MICRONAUT_EMAIL_FROM_EMAIL", "PORTEVOIX_URL"),
                page.select(".errors code").eachText());
        assertFalse(page.text().contains("lettre@courrier.example"));
        assertFalse(coordinator.desk().page("/equipe").text().contains("depuis plus d’une heure"));
        TOWN.clock().pass(Duration.ofMinutes(62));
        Document home = TOWN.coordinator("courrier-essai").desk().page("/equipe");
        assertEquals("/equipe/courrier", home.select(".waiting a").getFirst().attr("href"));
        assertTrue(home.select(".waiting li").getFirst().text().contains("1 lettre n’est pas partie"));
    }

    @Test
    void failuresAreCountedByReasonAndTriedAgainOnDemand() {
        TOWN.sample("courrier-echec");
        TestTown.Coordinator coordinator = TOWN.coordinator("courrier-echec");
        Contract contract = TOWN.bean(Contracts.class).find("courrier-echec").orElseThrow();
        for (String email : List.of("un@echec.example", "deux@echec.example", "trois@echec.example")) {
            TOWN.bean(Invitations.class).invite(email, "Personne", Role.HOST, contract);
        }
        List<String> ids = TestTown.rows("SELECT id FROM letter WHERE contract_id = ? ORDER BY id", contract.id());
        TestTown.update(
                "UPDATE letter SET attempts = 3, failure = 'NO_ANSWER', next_attempt_at = '2031-01-01' WHERE id IN (?, ?)",
                ids.get(0),
                ids.get(1));
        TestTown.update(
                "UPDATE letter SET state = 'REFUSED', failure = 'REFUSED', ended_at = '2031-01-01' WHERE id = ?",
                ids.get(2));
        Document page = coordinator.desk().page("/equipe/courrier");
        assertEquals(2, page.select("tbody tr").size());
        assertTrue(page.select("tbody tr")
                .getFirst()
                .text()
                .startsWith("2 invitation dans l’équipe Le serveur de courrier ne répond pas."));
        assertTrue(page.select("tbody tr").getLast().text().contains("Cette adresse n’existe pas"));
        String csrf = page.select("input[name=csrf]").attr("value");
        assertEquals(
                303,
                coordinator
                        .desk()
                        .post("/equipe/courrier/reprise", Map.of("csrf", csrf))
                        .status());
        assertEquals(
                List.of("3"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM letter WHERE contract_id = ? AND state = 'WAITING' AND next_attempt_at < '2030-01-01'",
                        contract.id()));
    }

    @Test
    void aTestLetterSaysThatSettingsAreMissing() {
        TOWN.sample("courrier-test");
        TestTown.Coordinator coordinator = TOWN.coordinator("courrier-test");
        String csrf = coordinator
                .desk()
                .page("/equipe/courrier")
                .select("input[name=csrf]")
                .attr("value");
        String location = coordinator
                .desk()
                .post("/equipe/courrier/essai", Map.of("csrf", csrf))
                .location();
        assertTrue(
                coordinator.desk().page(location).select("[role=alert]").text().contains("il manque des réglages"));
    }
}
