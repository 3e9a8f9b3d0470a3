package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contracts;

/** A neighbourhood council, Thursday 20:00: one tablet and nine people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilJourneyTest {
    private static final String TOWN = "ville-du-jeudi";
    private static final String COUNCIL = "conseil-citoyen-courtillieres";
    private static final String EMAIL = "conseil@" + TOWN + ".example";
    private static final String PASSWORD = "quatre mots sans rapport";

    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    void inviteTheCouncil() {
        town.sample(TOWN);
        TestTown.Coordinator team = town.coordinator(TOWN);
        String sheet = "/equipe/" + TOWN + "/conseils-fiches/" + COUNCIL;
        assertEquals(
                303,
                team.desk()
                        .post(
                                sheet + "/membres",
                                Map.of(
                                        "csrf",
                                        team.desk()
                                                .page(sheet)
                                                .select("main input[name=csrf]")
                                                .attr("value"),
                                        "member",
                                        "Le conseil",
                                        "email",
                                        EMAIL))
                        .status());
        TestVisitor member = town.visitor();
        String token = town.bean(org.portevoix.account.Accounts.class)
                .resetPassword(EMAIL)
                .orElseThrow();
        member.post("/equipe/mot-de-passe/" + token, Map.of("password", PASSWORD, "password-again", PASSWORD));
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void theCouncilCountsHeadsEntersThreeRemarksAndSendsItsOpinion() {
        try (BrowserContext tablet = browser.checking(TestBrowser.options(800, 1280))) {
            Page page = tablet.newPage();
            page.navigate("/equipe");
            page.locator("#field-email").fill(EMAIL);
            page.locator("#field-password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/equipe/" + TOWN + "/conseils/.*"));
            look(page, "before the meeting");

            go(page, "Compter les personnes");
            look(page, "heads");
            page.getByLabel("Les Courtillières", exact()).fill("6");
            page.getByLabel("Une autre ville", exact()).fill("2");
            page.locator("#field-home-inconnu").fill("1");
            page.getByLabel("Réunion de travail du conseil").check();
            page.getByLabel("Lieu").fill("Maison de quartier");
            page.getByLabel("Garde d’enfants").check();
            press(page, "C’est compté");
            assertThat(page.locator("[role=status]")).containsText("C’est compté");
            assertThat(page.locator("main")).containsText("9 personnes");

            go(page, "Noter une remarque");
            for (String words : List.of("Le cabinet ferme à 17 h.", "On attend trop.", "Les enfants toussent.")) {
                page.getByLabel("Ce qui a été dit").fill(words);
                press(page, "Noter la remarque");
                assertThat(page.locator("[role=status]")).containsText("Remarque notée");
            }
            look(page, "remarks");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("terminer"))
                    .click();
            assertThat(page.locator(".said li")).hasCount(3);

            go(page, "Envoyer un avis du conseil");
            look(page, "formal opinion form");
            page.getByLabel("Titre").fill("Un médecin le soir");
            page.getByLabel("Ce que dit le conseil")
                    .fill("Nous demandons un médecin après 19 h, deux soirs par semaine.");
            press(page, "Envoyer l’avis");
            LocalDate day = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(60);
            assertThat(page.locator(".promised strong")).containsText(String.valueOf(day.getYear()));
            assertTrue(page.locator(".promised strong").boundingBox().height >= 30, "the day is shown large");
            look(page, "sent");
            page.navigate("/equipe/" + TOWN + "/mon-conseil");
            assertThat(page.locator("main")).containsText("Un médecin le soir");
            look(page, "after the meeting");
            picture(page, "council-tablet");
        }
        assertEquals("", String.join("\n", faults));
        long contract = town.bean(Contracts.class).find(TOWN).orElseThrow().id();
        assertEquals(List.of("FORMAL_OPINION CONSULTED 1", "HEAD_COUNT CONTRIBUTOR 9"), TestTown.rows("""
                        SELECT act, level, SUM(count) FROM ledger_line
                        WHERE contract_id = ? AND kind = 'PARTICIPATION' GROUP BY act, level ORDER BY act
                        """, contract));
    }

    @Test
    void theTeamsPagesOfCouncilsAndDataCanBeUsedByAll() {
        TestTown.Coordinator team = town.coordinator(TOWN);
        try (BrowserContext desk = browser.checking(TestBrowser.options(1280, 900))) {
            Page page = desk.newPage();
            page.navigate("/equipe");
            page.locator("#field-email").fill(team.email());
            page.locator("#field-password").fill(team.password());
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/equipe$"));
            for (int width : List.of(320, 1280)) {
                page.setViewportSize(width, 900);
                for (String end : List.of("conseils", "conseils-a-lire", "conseils-fiches/" + COUNCIL, "donnees")) {
                    page.navigate("/equipe/" + TOWN + "/" + end);
                    look(page, end + " at " + width);
                }
            }
            picture(page, "data-desktop");
        }
        assertEquals("", String.join("\n", faults));
    }

    private void look(Page page, String where) {
        TestBrowser.axe(page).forEach(fault -> faults.add(where + " axe: " + fault));
        int tooWide = ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        if (tooWide > 0) {
            faults.add(where + " is too wide by " + tooWide);
        }
    }

    private static void go(Page page, String link) {
        page.locator(".doors")
                .getByText(link, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", name + ".png"))
                .setFullPage(true));
    }
}
