package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Every public page, in every language: light, valid, accessible, one request, no wider than the smallest phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTest {
    private static final int MOST_BYTES = 14 * 1024;
    private static final String TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth";

    private final TestTown town = TestTown.open();
    private final TestVisitor visitor = town.visitor();
    private final TestBrowser browser = new TestBrowser();
    private final Set<String> paths = new LinkedHashSet<>();

    @BeforeAll
    void listPages() {
        String here = "/" + TestTown.CONTRACT;
        paths.addAll(List.of(
                here,
                here + "/participation",
                here + "/participation/en-bref",
                here + "/nulle-part",
                here + "/instances",
                here + "/mots"));
        paths.addAll(List.of(here + "/contrat", here + "/contrat/diagnostic", here + "/contrat/participation"));
        // Long action pages: figures over time, steps, the health pathway.
        paths.addAll(List.of(here + "/actions/cuisiner", here + "/actions/bilan-de-sante"));
        List<String> kinds = List.of("actions", "agenda", "avis", "benevoles", "suites", "conseils", "quartiers");
        for (String kind : kinds) {
            String list = here + "/" + kind;
            paths.add(list);
            List<String> items = TestTown.links(visitor.page("/fr" + list)).stream()
                    .filter(link -> link.matches("/fr" + list + "/[a-z].*"))
                    .map(link -> link.substring("/fr".length()))
                    .toList();
            paths.addAll(kind.equals("avis") ? items : items.subList(0, Math.min(1, items.size())));
        }
        paths.addAll(TestTown.rows("""
                SELECT CONCAT('/', contract.slug, '/actions/', action_sheet.slug) FROM action_sheet
                JOIN contract ON contract.id = action_sheet.contract_id
                WHERE contract.slug = ? AND action_sheet.is_sensitive ORDER BY action_sheet.slug LIMIT 1
                """, TestTown.CONTRACT));
        paths.addAll(TestTown.rows("""
                SELECT CONCAT('/', contract.slug, '/agenda/', event.slug) FROM event
                JOIN contract ON contract.id = event.contract_id
                WHERE contract.slug = ? AND event.is_sensitive ORDER BY event.slug LIMIT 1
                """, TestTown.CONTRACT));
        paths.addAll(List.of(
                "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/charte", "/plan-du-site", "/suivi"));
        String code = town.give(
                "fr",
                TestTown.CONTRACT,
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", "Respirer mieux.", "q-se-soigner", "3", "may_show", "yes"));
        paths.addAll(List.of("/suivi/" + code, "/suivi/" + code + "/correction", "/suivi/" + code + "/retrait"));
        String session = visitor.page("/fr" + here + "/agenda/atelier-cuisine")
                .select("form[action*=/agenda/]")
                .attr("action");
        String registered = visitor.post(session, Map.of("first_name", "Awa", "people", "2"))
                .location()
                .substring("/fr".length());
        paths.addAll(List.of(registered, registered + "/inscription"));
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void everyPageInEveryLanguageKeepsItsPromises() throws IOException {
        List<String> table =
                new ArrayList<>(List.of(row("page", "lang", "bytes", "requests", "axe", "html", "scroll")));
        List<String> offenders = new ArrayList<>();
        HtmlCheck html = new HtmlCheck();
        LanguageCheck words = new LanguageCheck();
        try (BrowserContext phone = browser.checking(TestBrowser.options(320, 640))) {
            Page page = phone.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith("data:")) {
                    requests.add(request.url());
                }
            });
            for (String path : paths) {
                for (String language : TestTown.SITE_LANGUAGES) {
                    String address = "/" + language + path;
                    TestVisitor.Answer answer = visitor.get(address, "Accept-Encoding", "gzip");
                    List<String> faults = html.of(answer.text());
                    words.of(language, answer.text()).forEach(one -> offenders.add(address + " language: " + one));
                    requests.clear();
                    page.navigate(address);
                    int asked = requests.size();
                    int tooWide = number(page.evaluate(TOO_WIDE));
                    List<String> violations = TestBrowser.axe(page);
                    table.add(row(path, language, answer.weight(), asked, violations.size(), faults.size(), tooWide));
                    if (answer.weight() > MOST_BYTES) {
                        offenders.add(address + " weighs " + answer.weight());
                    }
                    if (asked != 1) {
                        offenders.add(address + " asks for " + requests);
                    }
                    if (tooWide > 0) {
                        offenders.add(address + " is too wide by " + tooWide);
                    }
                    if (path.endsWith("/nulle-part") != (answer.status() == 404)) {
                        offenders.add(address + " answers " + answer.status());
                    }
                    violations.forEach(one -> offenders.add(address + " axe: " + one));
                    faults.forEach(one -> offenders.add(address + " html: " + one));
                }
            }
        }
        String all = String.join("\n", table) + "\n";
        System.out.println(all);
        Files.writeString(Path.of("target", "public-pages.txt"), all);
        assertEquals("", String.join("\n", offenders));
    }

    @Test
    void noPageScrollsSidewaysOnAPhoneOrADesktopOrWithLettersTwiceAsLarge() {
        List<String> offenders = new ArrayList<>();
        for (int width : List.of(360, 640, 1280)) {
            boolean isZoomed = width == 640;
            try (BrowserContext context =
                    browser.checking(TestBrowser.options(width, 800).setBypassCSP(true))) {
                Page page = context.newPage();
                for (String path : paths) {
                    for (String language : List.of("fr", "ar")) {
                        page.navigate("/" + language + path);
                        if (isZoomed) {
                            page.addStyleTag(
                                    new Page.AddStyleTagOptions().setContent("html{font-size:225%!important}"));
                        }
                        int tooWide = number(page.evaluate(TOO_WIDE));
                        if (tooWide > 0) {
                            offenders.add("/" + language + path + " at " + width + " by " + tooWide);
                        }
                    }
                }
            }
        }
        assertEquals("", String.join("\n", offenders));
    }

    @Test
    void eachStepOfTheFormCanBeUsedByAll() {
        List<String> offenders = new ArrayList<>();
        try (BrowserContext context = browser.checking(TestBrowser.options(320, 640))) {
            Page page = context.newPage();
            for (String language : TestTown.LANGUAGES) {
                page.navigate("/" + language + "/" + TestTown.CONTRACT + "/avis/sante-dans-ma-ville");
                page.locator("textarea[name=q-sante-pour-vous]").fill("Bouger avec mes voisins.");
                page.locator("main form button[type=submit]").last().click();
                page.locator(".summary").waitFor();
                TestBrowser.axe(page).forEach(fault -> offenders.add(language + " form with faults " + fault));
                page.locator("input[name=may_show][value=no]").check();
                page.locator("main form button[type=submit]").last().click();
                page.locator(".code").waitFor();
                TestBrowser.axe(page).forEach(fault -> offenders.add(language + " receipt " + fault));
                page.locator("a[href$='/retrait']").click();
                TestBrowser.axe(page).forEach(fault -> offenders.add(language + " before withdrawing " + fault));
                page.locator("main form button[type=submit]").click();
                TestBrowser.axe(page).forEach(fault -> offenders.add(language + " withdrawn " + fault));
                page.navigate("/" + language + "/suivi?code=23");
                TestBrowser.axe(page).forEach(fault -> offenders.add(language + " wrong code " + fault));
            }
        }
        assertEquals("", String.join("\n", offenders));
    }

    @Test
    void theDarkSchemeCanBeReadToo() {
        List<String> offenders = new ArrayList<>();
        try (BrowserContext context =
                browser.checking(TestBrowser.options(360, 640).setColorScheme(ColorScheme.DARK))) {
            Page page = context.newPage();
            for (String path : paths) {
                page.navigate("/fr" + path);
                new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withRules(List.of("color-contrast"))
                        .analyze()
                        .getViolations()
                        .forEach(one -> one.getNodes()
                                .forEach(node -> offenders.add(
                                        "/fr" + path + " " + node.getFailureSummary() + " " + node.getHtml())));
            }
            page.navigate("/fr/" + TestTown.CONTRACT);
            String ground = String.valueOf(page.evaluate("getComputedStyle(document.body).backgroundColor"));
            assertFalse(ground.startsWith("rgb(25"), "this was not the dark scheme: " + ground);
        }
        assertEquals("", String.join("\n", offenders));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static String row(Object... cells) {
        return "%-58s %-5s %6s %9s %4s %5s %7s".formatted(cells);
    }

    /** The checker of the W3C and WHATWG, its schema read once. */
    static final class HtmlCheck implements ErrorHandler {
        private final SimpleDocumentValidator validator = new SimpleDocumentValidator();
        private final List<String> faults = new ArrayList<>();

        HtmlCheck() {
            try {
                validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", this);
                validator.setUpValidatorAndParsers(this, false, false);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        List<String> of(String html) {
            faults.clear();
            try {
                validator.checkHtmlInputSource(new InputSource(
                        new ByteArrayInputStream(html.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
            } catch (IOException | SAXException e) {
                throw new AssertionError(e);
            }
            return List.copyOf(faults);
        }

        @Override
        public void warning(SAXParseException fault) {
            // Advice, not law.
        }

        @Override
        public void error(SAXParseException fault) {
            // Of SVG 2, and known to all browsers since 2020; not yet to the checker.
            if (!String.valueOf(fault.getMessage()).startsWith("CSS: “paint-order”")) {
                faults.add(fault.getLineNumber() + ": " + fault.getMessage());
            }
        }

        @Override
        public void fatalError(SAXParseException fault) {
            error(fault);
        }
    }
}
