package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;

/** The coordinator prepares the committee's pack: words, a point to decide, one click; then a correction; then who receives it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackInBrowserTest {
    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aPackIsPreparedFrozenCorrectedAndSent() {
        String contract = town.sample("bobigny-dossier");
        TestTown.Coordinator team = town.coordinator(contract);
        for (String words : List.of("Un banc au parc pour souffler", "Des rendez-vous après 18 heures")) {
            town.give("fr", contract, "sante-dans-ma-ville", Map.of("q-sante-pour-vous", words, "may_show", "yes"));
            team.publish(team.opinionWith(words));
        }
        try (BrowserContext desk = browser.checking(TestBrowser.options(1280, 900))) {
            Page page = desk.newPage();
            TestBrowser.signIn(page, team);
            page.navigate("/equipe/" + contract + "/dossier");
            assertThat(page.locator(".quiet").first()).containsText("Aucun dossier pour l’instant");
            TestBrowser.judge(page);
            page.locator("form.filter button").click();
            page.getByLabel("Un banc au parc").check();
            page.getByText("Garder ce choix").click();
            assertThat(page.locator("[role=status]")).containsText("Le choix des paroles est gardé");
            page.locator("#field-what").fill("Ouvrir la maison de santé le samedi");
            page.locator("#field-because").fill("Deux avis sur dix le demandent");
            page.locator("#field-because").press("Enter");
            assertThat(page.locator(".pack-points")).containsText("le samedi");
            TestBrowser.judge(page);
            page.getByText("Figer le dossier").first().click();
            assertThat(page.locator("[role=status]")).containsText("ne changeront plus");
            TestBrowser.judge(page);
            page.locator("#field-reason").fill(" ");
            page.getByText("Figer une correction").click();
            assertThat(page.locator("[role=alert]")).containsText("Écrivez pourquoi");
            TestBrowser.judge(page);
            page.locator("#field-reason").fill("Une parole manquait.");
            page.getByText("Figer une correction").click();
            TestBrowser.judge(page);
            page.navigate("/equipe/" + contract + "/dossier/envois");
            page.locator("#field-name").fill("Agence régionale de santé");
            page.locator("#field-email").fill("delegation@ars.example");
            page.getByText("Ajouter cette personne").click();
            TestBrowser.judge(page);
            page.navigate("/equipe/" + contract + "/dossier");
            TestBrowser.judge(page);
            for (String path : List.of("", "/apercu", "/2", "/envois")) {
                page.setViewportSize(360, 640);
                page.navigate("/equipe/" + contract + "/dossier" + path);
                TestBrowser.judge(page);
            }
        }
    }
}
