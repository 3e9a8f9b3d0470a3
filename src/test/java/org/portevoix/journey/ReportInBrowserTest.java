package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.participation.CountedLedger;
import org.portevoix.synthetic.SyntheticContract;

/** The report in the room: on a projector and on a phone, accessible, valid, no wider than the screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {
    private static final List<String> PAGES =
            List.of("", "/participation", "/absents", "/quartiers", "/actions", "/reponses", "/contrat", "/activite");

    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();
    private final PublicPagesTest.HtmlCheck html = new PublicPagesTest.HtmlCheck();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void eachPartIsReadByEverybody() {
        String contract = "synthetique-salle";
        assertTrue(town.bean(SyntheticContract.class)
                .make(contract, new SyntheticContract.Size(30, 0, 0, 1500), line -> {})
                .isDone());
        CountedLedger.renew(
                town,
                Long.parseLong(TestTown.rows("SELECT id FROM contract WHERE slug = ?", contract)
                        .getFirst()));
        TestTown.Coordinator team = town.coordinator(contract);
        try (BrowserContext room = browser.checking(TestBrowser.options(1280, 720))) {
            Page page = room.newPage();
            TestBrowser.signIn(page, team);
            page.navigate("/equipe/" + contract + "/rapport");
            String half =
                    (String) page.evaluate("[...document.querySelectorAll('#periode option')].map(o => o.value)[0]");
            for (String part : PAGES) {
                page.setViewportSize(1280, 720);
                page.navigate("/equipe/" + contract + "/rapport" + part + "?periode=" + half);
                TestBrowser.judge(page);
                if (part.isEmpty()) {
                    double bottom = ((Number)
                                    page.evaluate("document.querySelector('.tiles').getBoundingClientRect().bottom"))
                            .doubleValue();
                    assertTrue(bottom <= 720, "the dashboard is more than a screen: " + bottom);
                }
                page.setViewportSize(360, 640);
                assertEquals(
                        page.evaluate("document.documentElement.clientWidth"),
                        page.evaluate("document.documentElement.scrollWidth"),
                        page.url() + " scrolls sideways");
                assertEquals(
                        List.of(),
                        html.of(team.desk()
                                .get(page.url().replaceFirst("https?://[^/]+", ""))
                                .text()),
                        page.url());
            }
        }
    }
}
