package org.portevoix.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.portevoix.TestPeople;
import org.portevoix.TestTown;

/** A real Chromium; each test opens phones in it, and closes it. */
final class TestBrowser implements AutoCloseable {
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
