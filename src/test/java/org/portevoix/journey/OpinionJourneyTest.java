package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.language.Messages;

/** An opinion, from the poster's code to what becomes of it: on a small phone, without JavaScript. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpinionJourneyTest {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");
    private static final String WISH = "sante-dans-ma-ville";

    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();
    private BrowserContext phone = browser.phone(360, 640);
    private Page page = phone.newPage();

    @BeforeEach
    void takeAPhone() {
        phone = browser.phone(360, 640);
        page = phone.newPage();
    }

    @AfterEach
    void putItAway() {
        phone.close();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void anActionIsReadInArabicWithWhatOneNeedsFirst() {
        page.navigate("/ar/" + TestTown.CONTRACT + "/actions/vaccins");
        assertThat(page.locator("html")).hasAttribute("lang", "ar");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        Locator title = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        assertTrue(
                title.innerText()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC),
                title.innerText());
        List<String> headings = page.locator("main h2").allInnerTexts();
        assertEquals("للحضور", headings.getFirst(), headings.toString());
        Locator place = page.locator("main dd").first();
        assertTrue(
                place.boundingBox().y < 640, "the first fact is on the first screen, not at " + place.boundingBox().y);
    }

    @Test
    void threeTapsGiveAnOpinion() {
        String contract = town.sample("bobigny-trois-gestes");
        page.navigate("/fr/" + contract);
        link("Donner mon avis").click();
        page.locator("label.face").nth(3).click();
        button("Envoyer").first().click();

        page.waitForURL(Pattern.compile(".*/fr/suivi/.*"));
        String code = page.locator(".code bdi").innerText();
        assertTrue(CODE.matcher(code).matches(), code);
        assertTrue(page.url().endsWith(code));
        assertThat(heading()).containsText("Merci");
        assertEquals(List.of("4"), TestTown.rows("""
                        SELECT answer.scale FROM answer
                        JOIN opinion ON opinion.id = answer.opinion_id
                        JOIN contract ON contract.id = opinion.contract_id
                        WHERE contract.slug = ?
                        """, contract));
    }

    @Test
    void threeTapsAreEnoughInEveryLanguage() {
        for (String language : TestTown.LANGUAGES) {
            page.navigate("/" + language + "/" + TestTown.CONTRACT);
            page.locator("main a.door").first().click();
            page.locator("label.face").first().click();
            page.locator("main form button[type=submit]").first().click();
            page.waitForURL(Pattern.compile(".*/" + language + "/suivi/.*"));
            assertThat(page.locator("html")).hasAttribute("lang", language);
        }
    }

    /** From the address where a code is typed: the receipt, which says why; one more tap, the charter, which says all reasons. */
    @Test
    void whyAnOpinionIsNotShownIsTwoTapsAwayInTheLanguageOfItsWriter() {
        String contract = town.smallTown("motif-en-deux-gestes");
        TestTown.Coordinator team = town.coordinator(contract);
        for (Map.Entry<String, String> written : Map.of(
                        "fr", "Le guichet est odieux", "ar", "الشباك سيئ", "ta", "அலுவலகம் மோசம்")
                .entrySet()) {
            String language = written.getKey();
            String code =
                    town.give(language, contract, "avis", Map.of("q-pourquoi", written.getValue(), "may_show", "yes"));
            team.refuse(team.opinionWith(written.getValue()), "INSULT");
            String why = town.bean(Messages.class).say(language, "moderation.reason.INSULT.explained", Map.of());
            page.navigate("/" + language + "/suivi");
            page.locator("input[name=code]").fill(code);
            page.locator("main button[type=submit]").click();
            page.waitForURL(Pattern.compile(".*/" + language + "/suivi/.*-.*"));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            Locator reason = page.locator("main .note").filter(new Locator.FilterOptions().setHasText(why));
            assertThat(reason).isVisible();
            reason.locator("a").click();
            page.waitForURL(Pattern.compile(".*/" + language + "/charte"));
            assertThat(page.locator("main")).containsText(why);
        }
    }

    @Test
    void wordsAreShownOnceTheTeamPublishesThemAndCountWithFourOthers() {
        String contract = town.sample("bobigny-publication");
        String words = "Des bancs à l’ombre, place de la mairie.";
        page.navigate("/fr/" + contract + "/avis/" + WISH);
        page.getByLabel("La santé, pour vous, c’est quoi ?", new Page.GetByLabelOptions().setExact(true))
                .fill(words);
        option("Oui").click();
        button("Envoyer").last().click();
        page.waitForURL(Pattern.compile(".*/fr/suivi/.*"));
        String receipt = page.url();
        assertThat(page.locator("main")).containsText("Une personne de l’équipe va lire votre avis.");
        String shown = "/fr/" + contract + "/avis/" + WISH;
        assertFalse(read(shown).contains(words));

        publishAtTheDesk(town.coordinator(contract), words);

        long published = System.nanoTime();
        String now = read(shown);
        Duration waited = Duration.ofNanos(System.nanoTime() - published);
        assertTrue(now.contains(words), now);
        assertTrue(waited.toMillis() < 1_000, "after " + waited);
        page.navigate(receipt);
        assertThat(page.locator("main")).containsText("Votre texte est affiché sur le site");

        String figures = "/api/v1/contracts/" + contract + "/participation";
        for (int other = 0; other < 4; other++) {
            town.give("fr", contract, WISH, Map.of("q-se-soigner", "4"));
        }
        town.clock().pass(Duration.ofSeconds(61));
        assertTrue(read(figures).contains("\"participations\":5"), read(figures));
        assertTrue(
                visit("/fr/" + contract + "/participation").contains("5 participations"),
                visit("/fr/" + contract + "/participation"));
    }

    /** That they are on no public address, NothingUnreviewedTest sees. */
    @Test
    void wordsForTheTeamAloneCannotBePublished() {
        String contract = town.sample("bobigny-equipe-seule");
        String words = "Secretissime 4817";
        String code = town.give("fr", contract, WISH, Map.of("q-sante-pour-vous", words, "may_show", "no"));
        Coordinator coordinator = town.coordinator(contract);
        long opinion = coordinator.opinionWith(words);
        assertTrue(
                coordinator
                        .desk()
                        .page("/equipe/" + contract + "/avis")
                        .select("article input[value=publish]")
                        .isEmpty(),
                "the desk offers to publish it");

        TestVisitor.Answer refused = coordinator.publish(opinion);
        assertEquals(422, refused.status());
        assertEquals(List.of("WAITING"), states(contract));
        assertEquals(
                303,
                coordinator
                        .decide(opinion, Map.of("decision", "pass_on", "passed_to", "Le service des sports"))
                        .status());
        assertNotEquals(303, coordinator.publish(opinion).status());
        assertEquals(List.of("PASSED_ON"), states(contract));

        assertTrue(visit("/fr/suivi/" + code).contains(words), "its writer still reads it");
    }

    @Test
    void aFormWithFaultsComesBackWithEveryAnswerAndLeadsToEachFault() {
        page.navigate("/fr/" + TestTown.CONTRACT + "/avis/" + WISH);
        String words = "Une fontaine « d’eau » <fraîche> & gratuite";
        page.locator("textarea[name=q-sante-pour-vous]").fill(words);
        page.locator("input[name=q-se-soigner][value='2']").check(new Locator.CheckOptions().setForce(true));
        Locator subjects = page.locator("input[name=q-sujets]");
        for (int i = 0; i < 4; i++) {
            subjects.nth(i).check();
        }
        page.locator("details.about summary").click();
        page.locator("select[name=age]").selectOption("40-59");
        Response answer = page.waitForNavigation(() -> button("Envoyer").last().click());

        assertEquals(422, answer.status());
        assertTrue(page.title().startsWith("Erreur"), page.title());
        assertEquals(words, page.locator("textarea[name=q-sante-pour-vous]").inputValue());
        assertThat(page.locator("input[name=q-se-soigner][value='2']")).isChecked();
        assertEquals(4, page.locator("input[name=q-sujets]:checked").count());
        assertEquals("40-59", page.locator("select[name=age]").inputValue());
        Locator faults = page.locator("#erreurs a");
        assertEquals(2, faults.count());
        for (Locator fault : faults.all()) {
            String field = String.valueOf(fault.getAttribute("href")).substring(1);
            fault.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("[id='" + field + "']")).isFocused();
            assertThat(page.locator("[id='" + field + "'] .error")).isVisible();
        }

        subjects.nth(3).uncheck();
        option("Non, seulement l’équipe").click();
        button("Envoyer").last().click();
        page.waitForURL(Pattern.compile(".*/fr/suivi/.*"));
        assertThat(page.locator("main")).containsText(words);
    }

    @Test
    void theKeyboardAloneLeadsFromTheHomePageToTheReceipt() {
        page.navigate("/fr/" + TestTown.CONTRACT);
        tabTo("main a.door.first");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/avis/.*"));
        tabTo(".face input");
        page.keyboard().press("Space");
        tabTo("main form button[type=submit]");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/fr/suivi/.*"));
        assertThat(heading()).containsText("Merci");
    }

    @Test
    void theReceiptCorrectsBeforeTheTeamDecidesAndWithdrawsForGood() {
        String contract = town.sample("bobigny-recu");
        String words = "Trop de marches au centre de santé.";
        page.navigate("/fr/" + contract + "/avis/" + WISH);
        page.locator("textarea[name=q-sante-pour-vous]").fill(words);
        option("Oui").click();
        button("Envoyer").last().click();
        page.waitForURL(Pattern.compile(".*/fr/suivi/.*"));
        String code = page.locator(".code bdi").innerText();

        link("Corriger").click();
        assertEquals(words, page.locator("textarea[name=q-sante-pour-vous]").inputValue());
        String better = "Trop de marches à l’entrée du centre de santé.";
        page.locator("textarea[name=q-sante-pour-vous]").fill(better);
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL(Pattern.compile(".*/fr/suivi/" + code));
        assertThat(page.locator("main")).containsText(better);
        assertEquals(List.of(better), words(contract));
        assertEquals(List.of("1"), counts(contract));

        Coordinator coordinator = town.coordinator(contract);
        assertEquals(303, coordinator.publish(coordinator.opinionWith(better)).status());
        assertTrue(read("/fr/" + contract + "/avis/" + WISH).contains(better));
        page.navigate("/fr/suivi/" + code);
        assertEquals(0, link("Corriger").count());

        link("Retirer mon avis").click();
        button("Oui, retirer").click();
        assertThat(heading()).containsText("Votre avis est retiré");
        assertEquals(List.of(), words(contract));
        assertEquals(List.of("1", "-1"), counts(contract));
        assertFalse(read("/fr/" + contract + "/avis/" + WISH).contains(better));
        TestVisitor.Answer again = town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
        assertEquals(303, again.status());
        assertEquals(List.of("1", "-1"), counts(contract));
    }

    @Test
    void aCodeIsReadWhateverItsHyphensSpacesAndCase() {
        String code = town.give("fr", TestTown.CONTRACT, WISH, Map.of("q-se-soigner", "1"));
        String bare = code.replace("-", "");
        List<String> typed = List.of(
                code,
                bare,
                bare.toLowerCase(Locale.ROOT),
                " " + code.toLowerCase(Locale.ROOT) + " ",
                bare.substring(0, 3) + " " + bare.substring(3, 6) + " " + bare.substring(6),
                bare.substring(0, 2) + "–" + bare.substring(2));
        for (String one : typed) {
            page.navigate("/fr/suivi");
            page.getByLabel("Mon code").fill(one);
            button("Voir").click();
            page.waitForURL(Pattern.compile(".*/fr/suivi/" + code));
            assertThat(heading()).containsText("Merci");
        }
        page.navigate("/fr/suivi");
        String wrong = (bare.charAt(0) == '2' ? '3' : '2') + bare.substring(1);
        page.getByLabel("Mon code").fill(wrong);
        Response answer = page.waitForNavigation(() -> button("Voir").click());
        assertEquals(422, answer.status());
        assertEquals(wrong, page.getByLabel("Mon code").inputValue());
        assertThat(page.locator("#code-error")).isVisible();
    }

    /** In a browser of the team's own. */
    private void publishAtTheDesk(Coordinator coordinator, String words) {
        try (BrowserContext office = browser.phone(1280, 800)) {
            Page desk = office.newPage();
            desk.navigate("/equipe");
            desk.getByLabel("Adresse e-mail").fill(coordinator.email());
            desk.getByLabel("Mot de passe").fill(coordinator.password());
            desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se connecter"))
                    .click();
            desk.locator("a[href='/equipe/" + coordinator.contract() + "/avis']")
                    .first()
                    .click();
            Locator card = desk.locator("article").filter(new Locator.FilterOptions().setHasText(words));
            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publier"))
                    .click();
            assertThat(desk.getByRole(AriaRole.STATUS)).containsText("publié");
        }
    }

    private void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() == 1) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private Locator link(String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The leave to show one's words. */
    private Locator option(String name) {
        return page.locator("#may_show")
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private String visit(String path) {
        return town.visitor().page(path).text();
    }

    private String read(String path) {
        return town.visitor().get(path).text();
    }

    private static List<String> states(String contract) {
        return TestTown.rows("""
                SELECT opinion.state FROM opinion JOIN contract ON contract.id = opinion.contract_id
                WHERE contract.slug = ? ORDER BY opinion.id
                """, contract);
    }

    private static List<String> words(String contract) {
        return TestTown.rows("""
                SELECT COALESCE(answer.body, answer.scale, answer.choice) FROM answer
                JOIN opinion ON opinion.id = answer.opinion_id
                JOIN contract ON contract.id = opinion.contract_id
                WHERE contract.slug = ?
                """, contract);
    }

    /** What the ledger counts, positive first. */
    private static List<String> counts(String contract) {
        return TestTown.rows("""
                SELECT ledger_line.count FROM ledger_line JOIN contract ON contract.id = ledger_line.contract_id
                WHERE contract.slug = ? ORDER BY ledger_line.count DESC
                """, contract);
    }
}
