package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.contract.Contracts;

/** A resident who does not read presses the ear. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListeningJourneyTest {
    private static final String EVENT = "/" + TestTown.CONTRACT + "/agenda/atelier-cuisine";
    private static final String QUESTIONS = "/" + TestTown.CONTRACT + "/avis/sante-dans-ma-ville";

    /** The device: a list of voices that comes late, and what is said with which. */
    private static final String DEVICE = """
            window.said = [];
            let voices = [];
            const speech = new EventTarget();
            speech.getVoices = () => voices;
            speech.cancel = () => { window.said.push("stop"); };
            speech.speak = one => { window.said.push(one.lang + " " + one.voice.name + ": " + one.text); window.now = one; };
            Object.defineProperty(window, "speechSynthesis", { value: speech });
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
            window.install = list => { voices = list; speech.onvoiceschanged(); };
            """;

    private static final String VOICES = """
            install([{ name: "cloud", lang: "%1$s-XX", localService: false },
                     { name: "other", lang: "xx-XX", localService: true },
                     { name: "own", lang: "%1$s_XX", localService: true }])
            """;

    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void withoutAVoiceOrWithoutScriptsThereIsNothingToPress() {
        try (BrowserContext plain = browser.phone(360, 640);
                BrowserContext mute = browser.checking(TestBrowser.options(360, 640))) {
            for (BrowserContext phone : List.of(plain, mute)) {
                Page page = phone.newPage();
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> complaints.add(message.text()));
                for (String path : List.of(EVENT, QUESTIONS)) {
                    page.navigate("/fr" + path);
                    assertTrue(page.locator(".listen").count() > 0);
                    assertEquals(
                            0,
                            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Écouter"))
                                    .count());
                }
                assertEquals(List.of(), complaints, "the policy lets our script run");
            }
        }
    }

    @Test
    void aVoiceOnTheDeviceForAnotherLanguageOrFromElsewhereShowsNoButton() {
        try (BrowserContext phone = browser.checking(TestBrowser.options(360, 640))) {
            phone.addInitScript(DEVICE);
            Page page = phone.newPage();
            page.navigate("/ar" + EVENT);
            page.evaluate(VOICES.formatted("fr"));
            assertEquals(0, page.locator(".listen:visible").count());
            page.evaluate("install([{ name: 'cloud', lang: 'ar-SA', localService: false }])");
            assertEquals(0, page.locator(".listen:visible").count(), "what is read goes to nobody else");
        }
    }

    @Test
    void theEarReadsThePageInItsLanguageAndASecondPressStopsIt() {
        for (String language : List.of("fr", "ar")) {
            try (BrowserContext phone = browser.checking(TestBrowser.options(360, 640))) {
                phone.addInitScript(DEVICE);
                Page page = phone.newPage();
                page.navigate("/" + language + EVENT);
                assertEquals(0, page.locator(".listen:visible").count());
                page.evaluate(VOICES.formatted(language));
                Locator ear = page.locator("main > .hear > .listen");
                assertTrue(ear.isVisible());
                assertEquals("false", ear.getAttribute("aria-pressed"));
                assertTrue(ear.boundingBox().height >= 44);
                ear.focus();
                page.keyboard().press("Enter");
                assertEquals("true", ear.getAttribute("aria-pressed"));
                String title = page.locator("h1").innerText();
                List<String> said = new ArrayList<>();
                for (int i = 0; i < 200 && ear.getAttribute("aria-pressed").equals("true"); i++) {
                    page.evaluate("now.onend()");
                }
                for (Object one : (List<?>) page.evaluate("said")) {
                    said.add(one.toString());
                }
                assertTrue(said.contains(language + " own: " + title), said.toString());
                assertTrue(said.stream().allMatch(one -> one.equals("stop") || one.startsWith(language + " own: ")));
                assertTrue(said.size() > 15, said.toString());
                assertEquals(
                        said.stream()
                                        .filter(one -> !one.equals("stop"))
                                        .distinct()
                                        .count()
                                > 10,
                        true);
                assertFalse(String.join(" ", said).contains("website"));
                String trap = page.locator(".trap").first().innerText().strip();
                assertTrue(said.stream().noneMatch(one -> one.contains(trap)), "nobody hears the trap");
                assertEquals("false", ear.getAttribute("aria-pressed"), "all is said");
                page.keyboard().press("Space");
                assertEquals("true", ear.getAttribute("aria-pressed"));
                page.keyboard().press("Space");
                assertEquals("false", ear.getAttribute("aria-pressed"));
                assertEquals("stop", page.evaluate("said.at(-1)"));
                page.evaluate("now.onend()");
                assertEquals("stop", page.evaluate("said.at(-1)"), "nothing more is said");
                assertEquals(List.of(), TestBrowser.axe(page));
            }
        }
    }

    @Test
    void eachQuestionIsReadWithItsAnswers() {
        try (BrowserContext phone = browser.checking(TestBrowser.options(360, 640))) {
            phone.addInitScript(DEVICE);
            Page page = phone.newPage();
            page.navigate("/fr" + QUESTIONS);
            page.evaluate(VOICES.formatted("fr"));
            Locator question = page.locator("fieldset.q")
                    .filter(new Locator.FilterOptions().setHas(page.locator(".faces")))
                    .first();
            String asked = question.locator("legend").innerText();
            Locator ear = question.locator(".listen");
            assertTrue(ear.getAttribute("aria-label").contains(asked));
            ear.click();
            assertEquals("true", ear.getAttribute("aria-pressed"));
            assertEquals(1, page.locator("[aria-pressed=true]").count());
            for (int i = 0; i < 20 && ear.getAttribute("aria-pressed").equals("true"); i++) {
                page.evaluate("now.onend()");
            }
            String said = page.evaluate("said").toString();
            assertTrue(said.contains("own: " + asked), said);
            assertTrue(
                    said.contains(
                            "own: " + page.locator(".face .hidden").first().innerText()),
                    said);
            assertEquals(List.of(), TestBrowser.axe(page));
        }
    }

    @Test
    void aRecordingPlaysWithoutScriptsAndIsFetchedOnlyWhenAskedFor() throws IOException {
        String here = town.smallTown("oreille-ici");
        long id = town.bean(Contracts.class).find(here).orElseThrow().id();
        TestVisitor coordinator = town.coordinator(here).desk();
        TestVisitor translator = town.member(here, Role.TRANSLATOR);
        String desk = "/equipe/" + here + "/contenus/evenements/forum";
        bring(
                translator,
                desk + "/voix",
                Map.of("language", "fr", "consent", "oui", "short_text", ""),
                "recording/voice.ogg");
        String recording = TestTown.rows("SELECT id FROM recording WHERE contract_id = ?", id)
                .getFirst();
        coordinator.post(
                "/equipe/" + here + "/voix/" + recording + "/relecture",
                Map.of("csrf", csrf(coordinator, desk + "/voix")));
        bring(coordinator, desk + "/images", Map.of("alt", "Une table"), "picture/phone.jpg");

        try (BrowserContext phone = browser.phone(360, 640)) {
            Page page = phone.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate("/fr/" + here + "/agenda/forum");
            requests.removeIf(url -> url.startsWith("data:") || url.contains("/images/"));
            assertEquals(1, requests.size(), requests.toString());
            Locator audio = page.locator("audio");
            assertTrue(audio.isVisible());
            audio.focus();
            page.keyboard().press("Space");
            until(page, "document.querySelector('audio').currentTime > 0.2");
            assertTrue(requests.stream().anyMatch(url -> url.contains("/voix/")));
            Locator picture = page.locator("main img");
            picture.scrollIntoViewIfNeeded();
            until(page, "document.querySelector('main img').naturalWidth > 100");
            assertTrue(picture.boundingBox().y > page.locator(".practical").boundingBox().y);
            assertTrue(picture.boundingBox().width <= 360);
        }
        try (BrowserContext checking = browser.checking(TestBrowser.options(360, 640))) {
            Page page = checking.newPage();
            for (String language : List.of("fr", "ar")) {
                page.navigate("/" + language + "/" + here + "/agenda/forum");
                assertEquals(List.of(), TestBrowser.axe(page));
                assertEquals(
                        List.of(),
                        new PublicPagesTest.HtmlCheck()
                                .of(town.visitor()
                                        .get("/" + language + "/" + here + "/agenda/forum")
                                        .text()));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "listening-" + language + ".png")));
            }
        }
    }

    /** Asked from outside: the page itself has no scripts. */
    private static void until(Page page, String fact) {
        for (int i = 0; i < 100 && !Boolean.TRUE.equals(page.evaluate(fact)); i++) {
            page.waitForTimeout(100);
        }
        assertEquals(true, page.evaluate(fact), fact);
    }

    private static void bring(TestVisitor desk, String page, Map<String, String> fields, String file)
            throws IOException {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", csrf(desk, page));
        TestVisitor.Answer answer =
                desk.upload(page, all, "file", "fichier", Files.readAllBytes(Path.of("src/test/resources", file)));
        assertEquals(303, answer.status(), answer.text());
    }

    private static String csrf(TestVisitor desk, String page) {
        return desk.page(page).select("input[name=csrf]").attr("value");
    }
}
