package org.portevoix.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;

/** A resident taps a word that they do not know, without JavaScript: it is explained there, and the text goes on. */
class WordsInBrowserTest {
    private static final int HEIGHT = 640;

    private final TestTown town = TestTown.open();

    @Test
    void aTappedWordIsExplainedAtTheFootOfTheScreenAndTheTextIsFoundAgain() {
        assertTrue(town.address().isAbsolute());
        try (TestBrowser browser = new TestBrowser();
                BrowserContext phone = browser.phone(360, HEIGHT)) {
            Page page = phone.newPage();
            for (String language : TestTown.LANGUAGES) {
                page.navigate("/" + language + "/" + TestTown.CONTRACT);
                Locator word = page.locator("a.w").first();
                String address = Objects.requireNonNull(word.getAttribute("href"));
                Locator told = page.locator(address);
                assertTrue(box(told).y > HEIGHT, language);
                word.scrollIntoViewIfNeeded();
                double before = box(word).y;

                word.click();

                BoundingBox sheet = box(told);
                assertTrue(sheet.y > 0 && Math.abs(sheet.y + sheet.height - HEIGHT) < 1, language + " " + sheet.y);
                assertEquals(before, box(word).y, 1, language);
                assertThat(told).not().isEmpty();

                told.locator("dd a").click();

                assertTrue(page.url().endsWith("#" + word.getAttribute("id")), page.url());
                assertTrue(box(told).y > HEIGHT);
                assertTrue(box(word).y >= 0 && box(word).y < HEIGHT, language);
            }
        }
    }

    @Test
    void anExplanationUnderOnesEyesHasNoFault() {
        try (TestBrowser browser = new TestBrowser();
                BrowserContext checking = browser.checking(TestBrowser.options(360, HEIGHT))) {
            Page page = checking.newPage();
            for (String language : TestTown.LANGUAGES) {
                page.navigate("/" + language + "/" + TestTown.CONTRACT);
                page.locator("a.w").first().click();
                List<String> faults = new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(Rule::getId)
                                .toList();
                assertEquals(List.of(), faults, language);
            }
        }
    }

    private static BoundingBox box(Locator place) {
        return Objects.requireNonNull(place.boundingBox());
    }
}
