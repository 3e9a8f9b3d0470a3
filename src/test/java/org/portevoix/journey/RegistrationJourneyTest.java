package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;

/** "I come": from the poster's code to the receipt, in Arabic, on a small phone; and the heads counted afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationJourneyTest {
    private static final String COOKING = "atelier-cuisine";

    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void fourTapsAndAFirstNameKeepAPlaceInArabic() {
        String contract = town.sample("bobigny-je-viens");
        try (BrowserContext phone = browser.phone(360, 640)) {
            Page page = phone.newPage();
            page.navigate("/ar/" + contract + "/agenda/" + COOKING);
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            assertThat(page.locator(".when").first()).isVisible();
            page.locator("main a.button.big").click();
            page.locator("input[name=first_name]").click();
            page.keyboard().type("ليلى");
            page.locator("main form button[type=submit]").click();
            page.waitForURL(Pattern.compile(".*/ar/suivi/.*"));
            assertTrue(page.locator(".code bdi").innerText().matches("[0-9A-Z]{5}-[0-9A-Z]{5}"));
            assertThat(page.locator("a[href$='/agenda.ics']")).isVisible();
            assertEquals(0, phone.cookies().size());
        }
        assertEquals(List.of("CONFIRMED 1 ليلى"), TestTown.rows("""
                SELECT r.state, r.people, r.first_name FROM registration r
                JOIN contract c ON c.id = r.contract_id WHERE c.slug = ?
                """, contract));
    }

    @Test
    void eachStepCanBeUsedByAll() {
        String contract = town.sample("bobigny-inscription");
        List<String> offenders = new ArrayList<>();
        try (BrowserContext context = browser.checking(TestBrowser.options(360, 640))) {
            Page page = context.newPage();
            for (String language : TestTown.LANGUAGES) {
                for (String event : List.of(COOKING, "groupe-entre-femmes")) {
                    page.navigate("/" + language + "/" + contract + "/agenda/" + event);
                    check(page, language + " " + event, offenders);
                    boolean isNamed = event.equals(COOKING);
                    if (isNamed) {
                        page.locator("input[name=email]").fill("pas une adresse");
                        page.locator("main form button[type=submit]").click();
                        page.locator(".summary").waitFor();
                        check(page, language + " form with faults", offenders);
                        page.locator("input[name=email]").fill("");
                        page.locator("input[name=first_name]").fill("Laïla");
                    }
                    page.locator("main form button[type=submit]").click();
                    page.locator(".code").waitFor();
                    check(page, language + " receipt of " + event, offenders);
                    page.locator("a[href$='/inscription']").click();
                    check(page, language + " change of " + event, offenders);
                    page.locator("label.option").nth(2).click();
                    page.locator("main form button[type=submit]").first().click();
                    page.locator(".code").waitFor();
                    page.locator("a[href$='/inscription']").click();
                    page.locator("main form button[type=submit]").last().click();
                    assertThat(page.locator(".code")).hasCount(0);
                    check(page, language + " withdrawn from " + event, offenders);
                }
            }
        }
        assertEquals("", String.join("\n", offenders));
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT SUM(s.taken_places) FROM event_session s
                JOIN event e ON e.id = s.event_id JOIN contract c ON c.id = e.contract_id WHERE c.slug = ?
                """, contract));
    }

    @Test
    void registrationPagesAreLightAndAskForNothingElse() {
        String contract = town.sample("bobigny-leger");
        for (String language : TestTown.LANGUAGES) {
            for (String event : List.of(COOKING, "groupe-entre-femmes", "forum-de-la-ville")) {
                TestVisitor.Answer answer = town.visitor()
                        .get("/" + language + "/" + contract + "/agenda/" + event, "Accept-Encoding", "gzip");
                assertTrue(answer.weight() < 14 * 1024, event + " weighs " + answer.weight());
            }
        }
        try (BrowserContext phone = browser.phone(320, 640)) {
            Page page = phone.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate("/fr/" + contract + "/agenda/groupe-entre-femmes");
            requests.removeIf(url -> url.startsWith("data:"));
            assertEquals(1, requests.size(), requests.toString());
        }
    }

    @Test
    void aHostCountsHeadsOnAPhoneWithoutScripts() {
        String contract = town.sample("bobigny-comptage");
        Coordinator coordinator = town.coordinator(contract);
        String session = TestTown.rows("""
                SELECT CONCAT(e.slug, '/', s.day) FROM event_session s
                JOIN event e ON e.id = s.event_id JOIN contract c ON c.id = e.contract_id
                WHERE c.slug = ? AND s.state = 'PLANNED' AND s.ends_at < UTC_TIMESTAMP() ORDER BY s.starts_at DESC
                """, contract).getFirst();
        try (BrowserContext phone = browser.phone(360, 640)) {
            Page page = phone.newPage();
            page.navigate("/equipe");
            page.getByLabel("Adresse e-mail").fill(coordinator.email());
            page.getByLabel("Mot de passe").fill(coordinator.password());
            button(page, "Se connecter");
            page.navigate("/equipe/" + contract + "/agenda/" + session + "/comptage");
            button(page, "Enregistrer le compte");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Écrivez au moins un nombre");
            page.getByLabel("Les Courtillières").fill("7");
            page.getByLabel("Une autre ville").fill("3");
            page.getByLabel("Un interprète était là").check();
            button(page, "Enregistrer le compte");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("10 personnes");
            page.getByLabel("Les Courtillières").fill("8");
            button(page, "Enregistrer le compte");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("11 personnes");
        }
        assertEquals(List.of("11"), TestTown.rows("""
                SELECT SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'HEAD_COUNT'
                """, contract));
    }

    @Test
    void theDesksPagesCanBeUsedByAll() {
        String contract = town.sample("bobigny-bureau-agenda");
        Coordinator coordinator = town.coordinator(contract);
        String path = "/fr/" + contract + "/agenda/" + COOKING;
        TestVisitor resident = town.visitor();
        String form = resident.page(path).select("form[action*=/agenda/]").attr("action");
        for (int party = 0; party < 4; party++) {
            assertEquals(
                    303,
                    resident.post(form, Map.of("first_name", "Awa", "people", "5", "telephone", "0612345678"))
                            .status());
        }
        List<String> offenders = new ArrayList<>();
        try (BrowserContext context = browser.checking(TestBrowser.options(1280, 800))) {
            Page page = context.newPage();
            page.navigate("/equipe");
            page.getByLabel("Adresse e-mail").fill(coordinator.email());
            page.getByLabel("Mot de passe").fill(coordinator.password());
            button(page, "Se connecter");
            String session = "/equipe" + form.substring("/fr".length());
            for (String address : List.of(
                    "/equipe/" + contract + "/agenda",
                    session,
                    session + "/modification",
                    session + "/comptage",
                    "/equipe/" + contract + "/agenda/" + COOKING + "/seance")) {
                page.navigate(address);
                check(page, address, offenders);
            }
        }
        assertEquals("", String.join("\n", offenders));
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void check(Page page, String where, List<String> offenders) {
        TestBrowser.axe(page).forEach(fault -> offenders.add(where + " " + fault));
        int tooWide = ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        if (tooWide > 0) {
            offenders.add(where + " is too wide by " + tooWide);
        }
    }
}
