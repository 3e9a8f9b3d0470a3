package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;

/** The coordinator copies last year's forum, changes the day, and sees that the Arabic is left behind: by keyboard alone. */
class ForumCopyJourneyTest {
    private static final String TOWN = "copie-au-clavier";

    private final TestTown town = TestTown.open();

    @Test
    void copiesTheForumByKeyboardAndSeesWhichLanguagesAreOld() {
        town.sample(TOWN);
        TestTown.Coordinator coordinator = town.coordinator(TOWN);
        try (TestBrowser browser = new TestBrowser();
                BrowserContext context = browser.checking(TestBrowser.options(1_280, 900))) {
            Page page = context.newPage();
            page.navigate("/equipe");
            page.locator("#field-email").focus();
            page.keyboard().type(coordinator.email());
            page.keyboard().press("Tab");
            page.keyboard().type(coordinator.password());
            page.keyboard().press("Enter");
            page.waitForURL("**/equipe");
            press(page, "main a:has-text('Contenus')");
            judge(page, "list");

            press(page, "tbody th a:has-text('forum')");
            judge(page, "form");
            press(page, "a:has-text('Faire une copie')");
            judge(page, "copy");
            page.locator("#title").focus();
            page.keyboard().press("Control+A");
            page.keyboard().type("Le forum santé 2028");
            page.keyboard().press("Tab");
            page.keyboard().type("11302028");
            page.keyboard().press("Enter");

            assertThat(page.locator("[role=status]")).containsText("La copie est faite");
            assertThat(page.locator("h1")).containsText("Brouillon");
            assertThat(page.locator(".mark.STALE")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("arabe")))
                    .containsText("le français a changé");
            judge(page, "the copy");
            press(page, ".mark.STALE a:has-text('arabe')");
            assertEquals("rtl", page.locator(".pair input:not([type])").first().getAttribute("dir"));
            judge(page, "translation");
            press(page, ".crumb a:nth-of-type(2)");
            press(page, "button[accesskey=p]");
            assertThat(page.locator("[role=status]")).containsText("C’est publié");
            press(page, "nav.menu a:has-text('Historique')");
            judge(page, "history");
            assertThat(page.locator("article").first()).containsText("Publié");
        }
    }

    @Test
    void formsAndListsFitAPhone() {
        town.sample("formes-etroites");
        TestTown.Coordinator coordinator = town.coordinator("formes-etroites");
        try (TestBrowser browser = new TestBrowser()) {
            for (int width : new int[] {360, 1_280}) {
                try (BrowserContext context = browser.checking(TestBrowser.options(width, 800))) {
                    Page page = context.newPage();
                    page.navigate("/equipe");
                    page.locator("#field-email").fill(coordinator.email());
                    page.locator("#field-password").fill(coordinator.password());
                    page.keyboard().press("Enter");
                    page.waitForURL("**/equipe");
                    String contents = "/equipe/formes-etroites/contenus";
                    page.navigate(contents);
                    String event = page.locator("[aria-labelledby=genre-evenements] tbody th a")
                            .first()
                            .getAttribute("href");
                    String questionnaire = page.locator("[aria-labelledby=genre-questionnaires] tbody th a")
                            .first()
                            .getAttribute("href");
                    for (String path : List.of(
                            contents,
                            event,
                            questionnaire,
                            event + "/ar",
                            event + "/apercu",
                            event + "/telephone?lang=ar",
                            "/equipe/formes-etroites/traductions",
                            "/equipe/formes-etroites/traductions?genre=actions&autre=ta",
                            contents + "/questionnaires/nouveau",
                            contents + "/contrat/formes-etroites",
                            contents + "/actions/nouveau")) {
                        assertEquals(
                                200, Objects.requireNonNull(page.navigate(path)).status(), path);
                        picture(page, path + "-" + width);
                        judge(page, path + " at " + width);
                    }
                    page.navigate(contents + "/missions/nouveau");
                    page.locator(".bar button").first().press("Enter");
                    assertThat(page.locator(".summary")).isVisible();
                    judge(page, "errors at " + width);
                    picture(page, "erreurs-" + width);
                }
            }
        }
    }

    /** For people to look at, where PORTEVOIX_PICTURES names a folder. */
    private static void picture(Page page, String name) {
        String folder = System.getenv("PORTEVOIX_PICTURES");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name.replace('/', '_') + ".png"))
                    .setFullPage(true));
        }
    }

    private static void press(Page page, String what) {
        page.locator(what).first().focus();
        String before = page.url();
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(before));
    }

    private static void judge(Page page, String where) {
        // What the frame shows is judged as a page of its own: it has its own landmarks.
        List<Rule> violations =
                new AxeBuilder(page).exclude(List.of("iframe.phone")).analyze().getViolations();
        assertEquals(
                List.of(),
                violations.stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList(),
                where);
        assertEquals(
                page.evaluate("document.documentElement.clientWidth"),
                page.evaluate("document.documentElement.scrollWidth"),
                where + " scrolls sideways");
    }
}
