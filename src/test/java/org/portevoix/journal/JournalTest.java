package org.portevoix.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Head;
import org.portevoix.seal.Seal;

/** The page of the sealed log, and its head in the administrators' mailboxes. */
class JournalTest {

    private final TestTown town = TestTown.open();

    @Test
    void showsWhoDidWhatLatestFirstAndOnlyOfTheContract() {
        String here = town.smallTown("journal-ici");
        String elsewhere = town.smallTown("journal-ailleurs");
        TestTown.Coordinator coordinator = town.coordinator(here);
        town.coordinator(elsewhere).desk().page("/equipe/" + elsewhere + "/benevoles");
        coordinator.desk().page("/equipe/" + here + "/benevoles");

        Document page = coordinator.desk().page("/equipe/" + here + "/journal");
        List<String> first = page.select("tbody tr:first-child td").eachText();
        assertEquals("Coordination", first.get(2));
        assertEquals("Liste de personnes consultée", first.get(3));
        List<String> acts = page.select("tbody td:eq(3)").eachText();
        assertTrue(acts.containsAll(List.of("Rôle donné", "Contrat importé")), acts::toString);
        assertEquals(
                1, acts.stream().filter("Liste de personnes consultée"::equals).count());
        assertTrue(Head.read(page.select("code.seal").text()).isPresent());
    }

    @Test
    void isFilteredByAccountAndActAndTurnedByItsLines() {
        String contract = town.smallTown("journal-pages");
        TestTown.Coordinator coordinator = town.coordinator(contract);
        long id = town.bean(org.portevoix.contract.Contracts.class)
                .find(contract)
                .orElseThrow()
                .id();
        Seal seal = town.bean(Seal.class);
        for (int i = 0; i < 60; i++) {
            seal.recordAlone(Deed.of(Act.OPINION_DECIDED).in(id).about("opinion", i));
        }
        TestVisitor desk = coordinator.desk();
        desk.page("/equipe/" + contract + "/benevoles");
        String address = "/equipe/" + contract + "/journal";
        Document first = desk.page(address + "?acte=OPINION_DECIDED");
        assertEquals(50, first.select("tbody tr").size());
        Document second =
                desk.page(address + first.select("a[rel=next]").attr("href").substring(address.length()));
        assertEquals(10, second.select("tbody tr").size());
        assertEquals("avis n° 9", second.select("tbody td").get(4).text());
        assertTrue(second.select("a[rel=next]").isEmpty());
        String account = first.select("#compte option:contains(Coordination)").attr("value");
        List<String> who = desk.page(address + "?compte=" + account)
                .select("tbody td:eq(2)")
                .eachText();
        assertFalse(who.isEmpty());
        assertTrue(who.stream().allMatch("Coordination"::equals), who::toString);
    }

    @Test
    void isReadInWordsAndTakenAwayForASpreadsheetWithItsSeals() {
        String contract = town.smallTown("journal-tableur");
        TestTown.Coordinator coordinator = town.coordinator(contract, "+Somme");
        town.give("fr", contract, "avis", Map.of("q-pourquoi", "À décider", "may_show", "yes"));
        coordinator.refuse(coordinator.opinionWith("À décider"), "OFF_TOPIC");
        String address = "/equipe/" + contract + "/journal";
        String decided =
                coordinator.desk().page(address).select("tr:contains(avis n°)").text();
        assertTrue(decided.contains("Pas affiché · "), decided);
        assertFalse(decided.contains("OFF_TOPIC"), decided);
        TestVisitor.Answer file = coordinator.desk().get(address + ".csv");
        assertEquals(200, file.status());
        assertEquals("attachment; filename=\"journal-" + contract + ".csv\"", file.header("Content-Disposition"));
        List<String> lines = file.lines();
        String kept = lines.stream()
                .filter(line -> line.contains(",REFUSE OFF_TOPIC,"))
                .findFirst()
                .orElseThrow();
        String number = kept.substring(0, kept.indexOf(','));
        String hash = TestTown.rows("SELECT LOWER(HEX(hash)) FROM sealed_line WHERE number = ?", number)
                .getFirst();
        assertTrue(kept.contains("," + hash + ","), kept);
        assertTrue(kept.contains("'+Somme"), kept);
        lines.forEach(line -> assertFalse(line.matches(".*(^|,)\"?[=+@-].*"), line));
        assertTrue(
                coordinator.desk().page(address).text().contains("Journal téléchargé"),
                "that it was taken away is a line too");
    }

    @Test
    void theHeadIsMailedOnceADayToEachAdministrator() {
        TestTown.Coordinator coordinator = town.coordinator(town.smallTown("journal-courriel"));
        TestTown.update("UPDATE account SET is_administrator = TRUE WHERE email = ?", coordinator.email());
        String account = TestTown.rows("SELECT id FROM account WHERE email = ?", coordinator.email())
                .getFirst();
        HeadLetters letters = town.bean(HeadLetters.class);
        TestTown.update("TRUNCATE sealed_head_mailed");
        TestTown.update("DELETE FROM letter WHERE kind = 'seal'");
        letters.daily();
        String mailed = TestTown.rows("SELECT number, HEX(hash) FROM sealed_head_mailed")
                .getFirst();
        town.bean(Seal.class).recordAlone(Deed.of(Act.OTHER).about("address", "after"));
        letters.daily();
        assertEquals(List.of(mailed), TestTown.rows("SELECT number, HEX(hash) FROM sealed_head_mailed"));
        assertEquals(
                List.of("1"),
                TestTown.rows(
                        "SELECT COUNT(*) FROM letter WHERE kind = 'seal' AND letter_key LIKE ?", "seal/%/" + account));
        assertEquals(
                List.of(mailed),
                TestTown.rows("SELECT number, HEX(hash) FROM sealed_line WHERE number = ?", mailed.split(" ")[0]));
    }
}
