package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;

/** Ten minutes of a committee: what residents ask first, who sat, two decisions; and the receipts of those who asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitteeInBrowserTest {
    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void twoDecisionsRecordedInTheMeetingReachThoseWhoAsked() {
        String contract = town.sample("bobigny-copil");
        TestTown.Coordinator team = town.coordinator(contract);
        String ofFatima = town.give(
                "ar",
                contract,
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", "نريد طبيبة في الحي", "may_show", "no"));
        String ofJean = town.give(
                "fr",
                contract,
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", "Un banc au parc", "may_show", "yes"));
        long first = team.opinionWith("نريد طبيبة في الحي");
        long second = team.opinionWith("Un banc au parc");
        try (BrowserContext desk = browser.checking(TestBrowser.options(1280, 900))) {
            Page page = desk.newPage();
            TestBrowser.signIn(page, team);
            open(page, contract, first, "Vous voulez une femme médecin dans le quartier.");
            open(page, contract, second, "Vous voulez un banc au parc.");
            page.navigate("/equipe/" + contract + "/suites");
            TestBrowser.judge(page);
            page.navigate("/equipe/" + contract + "/instances");
            TestBrowser.judge(page);
            page.getByText("Comité de pilotage").first().click();
            TestBrowser.judge(page);
            page.locator("#field-day")
                    .fill(LocalDate.now(town.clock().withZone(ZoneId.of("Europe/Paris")))
                            .toString());
            page.locator("#field-hour").fill("18:30");
            page.locator("#field-place").fill("Mairie");
            page.getByText("Prévoir la réunion").last().click();
            page.getByLabel("Vous voulez une femme médecin").check();
            page.getByLabel("Vous voulez un banc").check();
            // The sample's questionnaire that nobody has answered in time is ticked already.
            assertThat(page.locator("input[name=proposal]:checked")).hasCount(3);
            page.getByText("Mettre à l’ordre du jour").click();
            assertThat(page.locator("ol.agenda > li")).hasCount(3);
            TestBrowser.judge(page);
            page.getByText("Imprimer l’ordre du jour").click();
            assertThat(page.locator("ol.agenda > li")).hasCount(3);
            TestBrowser.judge(page);
            page.goBack();
            page.getByLabel("Conseil citoyen").check();
            page.getByLabel("Maire de la ville").check();
            page.getByText("Enregistrer les présences").click();
            assertThat(page.locator("[role=status]")).containsText("C’est noté");
            decide(page, "Vous voulez une femme médecin", "Oui", "Une médecin vient le mardi dès mars.");
            decide(page, "Vous voulez un banc", "Non", "Le parc est en travaux toute l’année.");
            TestBrowser.judge(page);
            page.navigate("/equipe/" + contract + "/etapes");
            TestBrowser.judge(page);
            page.navigate("/equipe/" + contract + "/suites/nouvelle");
            TestBrowser.judge(page);
        }
        try (BrowserContext phone = browser.checking(TestBrowser.options(360, 640))) {
            Page page = phone.newPage();
            page.navigate("/ar/suivi/" + ofFatima);
            assertThat(page.locator("main")).containsText("Une médecin vient le mardi dès mars.");
            TestBrowser.judge(page);
            page.navigate("/fr/suivi/" + ofJean);
            assertThat(page.locator("main")).containsText("Le parc est en travaux toute l’année.");
            TestBrowser.judge(page);
            for (String lang : TestTown.LANGUAGES) {
                page.navigate("/" + lang + "/" + contract + "/suites");
                assertThat(page.locator("main")).containsText("Une médecin vient le mardi dès mars.");
                TestBrowser.judge(page);
                page.navigate("/" + lang + "/" + contract + "/instances");
                TestBrowser.judge(page);
            }
        }
        assertEquals(List.of("1"), TestTown.rows("""
                SELECT SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'SEAT'
                """, contract));
    }

    private static void open(Page page, String contract, long opinion, String said) {
        page.navigate("/equipe/" + contract + "/avis/" + opinion);
        page.getByText("Ouvrir une suite avec cet avis").click();
        page.locator("#field-said").fill(said);
        page.getByLabel("Le comité").check();
        page.getByText("Ouvrir la suite").click();
        assertThat(page.locator("[role=status]")).containsText("La suite est ouverte");
        TestBrowser.judge(page);
    }

    private static void decide(Page page, String item, String decision, String reason) {
        var point = page.locator("ol.agenda > li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(item));
        point.getByLabel(decision, new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
                .check();
        point.locator("textarea[name=reason]").fill(reason);
        if (decision.equals("Oui")) {
            point.getByLabel("La prochaine étape").fill("Afficher les jours de la médecin.");
            point.getByLabel("Au plus tard le")
                    .fill(java.time.LocalDate.now().plusDays(200).toString());
        }
        point.getByText("Enregistrer la décision").click();
        assertThat(page.locator("[role=status]")).containsText("La décision est enregistrée");
    }
}
