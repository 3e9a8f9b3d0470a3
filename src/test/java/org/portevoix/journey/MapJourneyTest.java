package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** A resident finds what is on in their neighbourhood from the map: by touch or by keyboard, without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapJourneyTest {
    private static final String MAP = "/" + TestTown.CONTRACT + "/quartiers";
    private static final String COURTILLIERES = "a[href$='/quartiers/courtillieres']";

    private final TestBrowser browser = new TestBrowser();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void fromHomeToTheDatesOfANeighbourhoodByTouch() {
        try (BrowserContext phone = browser.phone(360, 640)) {
            Page page = phone.newPage();
            page.navigate("/fr/" + TestTown.CONTRACT);
            page.locator("main a[href$='/quartiers']").click();
            page.locator(".map a[href$='/quartiers/centre-prefecture'] text").click();
            assertThat(page).hasURL(Pattern.compile(".*/quartiers/centre-prefecture$"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Centre – Préfecture");
            page.locator("main a[href*='agenda?quartier=']").click();
            assertThat(page).hasURL(Pattern.compile(".*/agenda\\?quartier=centre-prefecture$"));
            assertThat(page.locator(".session")).not().hasCount(0);
            assertThat(page.locator(".chips [aria-current]")).hasText("Centre – Préfecture");
        }
    }

    @Test
    void everyNeighbourhoodIsReachedWithTheKeyboardOnTheMapAndInTheList() {
        for (String language : List.of("fr", "ar")) {
            try (BrowserContext phone = browser.phone(360, 640)) {
                Page page = phone.newPage();
                page.navigate("/" + language + MAP);
                List<String> wanted = hrefs(page.locator(".where a"));
                assertEquals(8, wanted.size());
                page.locator(".where a").first().focus();
                for (int i = 0; i < wanted.size(); i++) {
                    Locator focused = page.locator("a:focus");
                    assertEquals(wanted.get(i), focused.getAttribute("href"));
                    boolean isOnTheMap = i < wanted.size() / 2;
                    String seen = String.valueOf(
                            isOnTheMap
                                    ? focused.locator("path").evaluate("e => getComputedStyle(e).strokeWidth")
                                    : focused.evaluate("e => getComputedStyle(e).outlineWidth"));
                    assertEquals(isOnTheMap ? "16px" : "3px", seen);
                    page.keyboard().press("Tab");
                }
                page.locator(".map " + COURTILLIERES).focus();
                page.keyboard().press("Enter");
                assertThat(page).hasURL(Pattern.compile(".*/quartiers/courtillieres$"));
            }
        }
    }

    @Test
    void westStaysOnTheLeftWhereOneReadsFromTheRight() {
        try (BrowserContext phone = browser.phone(360, 640)) {
            Page page = phone.newPage();
            for (String language : TestTown.LANGUAGES) {
                page.navigate("/" + language + MAP);
                BoundingBox west =
                        page.locator(".map " + COURTILLIERES + " path").boundingBox();
                BoundingBox east =
                        page.locator(".map a[href$='vaillant-abreuvoir'] path").boundingBox();
                assertTrue(west.x + west.width < east.x, language);
                BoundingBox map = page.locator("svg.map").boundingBox();
                for (Locator name : page.locator(".map text").all()) {
                    BoundingBox box = name.boundingBox();
                    assertTrue(box.x >= map.x && box.x + box.width <= map.x + map.width, language + name.textContent());
                }
                BoundingBox link = page.locator(".where li " + COURTILLIERES).boundingBox();
                assertTrue(link.height >= 44, "a finger's width: " + link.height);
            }
        }
    }

    @Test
    void aNameOnTheMapLiesInsideItsNeighbourhood() {
        try (BrowserContext phone = browser.checking(TestBrowser.options(360, 640))) {
            Page page = phone.newPage();
            for (String language : TestTown.LANGUAGES) {
                page.navigate("/" + language + MAP);
                for (Locator area : page.locator(".map a").all()) {
                    Object outside = area.evaluate("""
                            a => [...a.querySelectorAll('tspan')].flatMap(line => {
                              const path = a.querySelector('path'), n = line.getNumberOfChars(), out = [];
                              for (let i = 0; i < n; i++) {
                                const box = line.getExtentOfChar(i);
                                const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
                                if (!path.isPointInFill(middle)) out.push(line.textContent + ' ' + i);
                              }
                              return out;
                            })
                            """);
                    assertEquals(List.of(), outside, language);
                }
            }
        }
    }

    @Test
    void theMapIsValidAndAccessibleInBothSchemesFocusedOrNot() {
        PublicPagesTest.HtmlCheck html = new PublicPagesTest.HtmlCheck();
        TestVisitor visitor = TestTown.open().visitor();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext phone =
                    browser.checking(TestBrowser.options(360, 640).setColorScheme(scheme))) {
                Page page = phone.newPage();
                for (String language : TestTown.LANGUAGES) {
                    for (String path : List.of(MAP, MAP + "/courtillieres")) {
                        String address = "/" + language + path;
                        assertEquals(List.of(), html.of(visitor.get(address).text()), address);
                        page.navigate(address);
                        assertEquals(List.of(), TestBrowser.axe(page), address + " " + scheme);
                        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - window.innerWidth"));
                    }
                    page.navigate("/" + language + MAP);
                    page.locator(".map a").first().focus();
                    assertEquals(List.of(), TestBrowser.axe(page), language + " focused " + scheme);
                }
            }
        }
    }

    private static List<String> hrefs(Locator links) {
        return links.all().stream().map(link -> link.getAttribute("href")).toList();
    }
}
