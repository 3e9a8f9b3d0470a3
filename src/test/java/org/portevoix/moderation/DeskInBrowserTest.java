package org.portevoix.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;
import org.portevoix.account.DeskVisitor;
import org.portevoix.account.Role;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractImport;
import org.portevoix.web.FormKeys;

/** The coordinator's Monday: signs in, reads, decides and answers with the keyboard alone, on any screen. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskInBrowserTest implements TestPropertyProvider {

    private static final String TOWN = "ville-du-lundi";
    private static final String EMAIL = "lundi@ville.fr";

    @Inject
    EmbeddedServer server;

    @Inject
    ContractImport imports;

    @Inject
    Contracts contracts;

    @Inject
    FormKeys formKeys;

    Playwright playwright = Playwright.create();
    Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    @BeforeAll
    void openTheTown() throws IOException {
        String sample =
                Files.readString(Path.of("sample/contract.yaml")).replaceFirst("slug: bobigny", "slug: " + TOWN);
        imports.importFile("contract.yaml", sample.getBytes(StandardCharsets.UTF_8), false);
        long id = contracts.find(TOWN).orElseThrow().id();
        DeskVisitor.signedIn(server, EMAIL, Role.COORDINATOR, id);
        for (int i = 0; i < 12; i++) {
            send(
                    i % 2 == 0 ? "fr" : "ar",
                    i % 2 == 0 ? "Il faut un banc" : "نحتاج إلى مقعد",
                    i % 3 == 0 ? "no" : "yes");
        }
    }

    @AfterAll
    void close() {
        playwright.close();
    }

    @Test
    void everyPageIsAccessibleAndFitsTheScreen() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1_100}) {
                Page page = open(width, scheme);
                check(page, "/equipe/connexion");
                signIn(page);
                for (String path : List.of(
                        "/equipe",
                        "/equipe/mot-de-passe",
                        "/equipe/" + TOWN + "/avis",
                        "/equipe/" + TOWN + "/avis?page=2",
                        "/equipe/" + TOWN + "/avis/decides",
                        "/equipe/" + TOWN + "/questionnaires",
                        "/equipe/" + TOWN + "/questionnaires/ateliers-cuisine",
                        "/equipe/mot-de-passe/inconnu")) {
                    check(page, path);
                }
                page.navigate(address("/equipe/" + TOWN + "/avis"));
                page.locator("article h2 a").first().click();
                judge(page, "an opinion");
                page.locator("#field-text").evaluate("field => field.required = false");
                page.locator("form:has(#field-text) button").click();
                assertEquals("true", page.locator("#field-text").getAttribute("aria-invalid"));
                judge(page, "an empty reply");
                page.context().close();
            }
        }
    }

    @Test
    void decidesAndAnswersWithTheKeyboardAlone() {
        Page page = open(1_100, ColorScheme.LIGHT);
        signIn(page);
        page.navigate(address("/equipe/" + TOWN + "/avis"));
        press(page, 't');
        page.keyboard().type("le service de la voirie");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("est transmis");
        press(page, 'n');
        page.keyboard().type("Un autre");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("n’est pas affiché");
        press(page, 'p');
        assertThat(page.locator("[role=status]")).containsText("est publié");
        press(page, 'z');
        assertThat(page.locator("[role=status]")).containsText("attend de nouveau");
        assertThat(page.locator("[accesskey=p]")).isVisible();
        page.context().close();
    }

    @Test
    void entersAPileOfPaperWithTheKeyboardAlone() {
        Page page = open(1_100, ColorScheme.LIGHT);
        signIn(page);
        page.navigate(address("/equipe/" + TOWN + "/questionnaires/forum-sante/saisie"));
        for (int sheet = 0; sheet < 3; sheet++) {
            // The first question waits for the answer: Tab into it, then the face by its place.
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("[name=q-plu][value='2']")).isChecked();
            String sheetBefore = page.url();
            press(page, 's');
            page.waitForURL(url -> !url.equals(sheetBefore));
            assertThat(page.locator("[role=status]")).containsText("Enregistré");
        }
        page.context().close();
    }

    /** Alt and a letter; Playwright's own keyboard leaves out the letter that Chromium looks for. */
    private static void press(Page page, char accessKey) {
        JsonObject key = new JsonObject();
        key.addProperty("type", "keyDown");
        key.addProperty("modifiers", 1);
        key.addProperty("key", String.valueOf(accessKey));
        key.addProperty("unmodifiedText", String.valueOf(accessKey));
        key.addProperty("windowsVirtualKeyCode", (int) Character.toUpperCase(accessKey));
        page.context().newCDPSession(page).send("Input.dispatchKeyEvent", key);
    }

    private void check(Page page, String path) {
        page.navigate(address(path));
        judge(page, path);
    }

    private static void judge(Page page, String where) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
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

    private Page open(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        return context.newPage();
    }

    private void signIn(Page page) {
        page.navigate(address("/equipe"));
        page.locator("#field-email").fill(EMAIL);
        page.locator("#field-password").fill(DeskVisitor.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address("/equipe"));
    }

    private void send(String language, String words, String mayShow) {
        new DeskVisitor(server)
                .post(
                        "/" + language + "/" + TOWN + "/avis/forum-sante",
                        Map.of("key", formKeys.next(), "q-changer", words, "may_show", mayShow, "q-plu", "4"));
    }

    private String address(String path) {
        return server.getURI() + path;
    }
}
