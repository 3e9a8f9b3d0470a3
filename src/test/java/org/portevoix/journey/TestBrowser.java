package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.portevoix.TestPeople;
import org.portevoix.TestTown;

/** A real Chromium; each test opens phones in it, and closes it. */
final class TestBrowser implements AutoCloseable {
    /** All that axe knows of WCAG 2.2 AA, and more. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setChromiumSandbox(false)
                    .setArgs(List.of(
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** A browser of its own, without JavaScript. */
    BrowserContext phone(int width, int height) {
        BrowserContext phone = browser.newContext(options(width, height).setJavaScriptEnabled(false));
        phone.onRequest(request -> TestPeople.heardAsSent(request.postData()));
        phone.onResponse(response -> TestPeople.given(response.headers().getOrDefault("location", "")));
        return phone;
    }

    /** With JavaScript, which only the checks use: the site has none. */
    BrowserContext checking(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions()
                .setBaseURL(TestTown.open().address().toString())
                .setViewportSize(width, height);
    }

    /** As somebody of the team comes in. */
    static void signIn(Page page, TestTown.Coordinator team) {
        page.navigate("/equipe/connexion");
        page.locator("#field-email").fill(team.email());
        page.locator("#field-password").fill(team.password());
        page.keyboard().press("Enter");
        page.waitForURL("**/equipe");
    }

    /** Nothing that axe finds, and nothing wider than the screen. */
    static void judge(Page page) {
        assertEquals(List.of(), axe(page), page.url());
        assertEquals(
                page.evaluate("document.documentElement.clientWidth"),
                page.evaluate("document.documentElement.scrollWidth"),
                page.url() + " scrolls sideways");
    }

    /** One line a violation: its rule, where. */
    static List<String> axe(Page page) {
        AxeResults results =
                new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze();
        assertFalse(results.getPasses().isEmpty(), "axe did not run on " + page.url());
        return results.getViolations().stream()
                .map(one -> one.getId() + " "
                        + one.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .collect(Collectors.joining(" | ")))
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
