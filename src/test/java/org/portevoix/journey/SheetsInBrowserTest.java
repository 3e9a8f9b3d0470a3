package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;

/** The contract and its actions with everything unfolded, on the smallest phone: all of it can be read by all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetsInBrowserTest {
    private static final String UNFOLD = "document.querySelectorAll('main details').forEach(one => one.open = true)";
    private static final String TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth";

    private final TestBrowser browser = new TestBrowser();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void whatIsFoldedIsAccessibleAndFits() {
        TestTown.open();
        List<String> offenders = new ArrayList<>();
        try (BrowserContext context = browser.checking(TestBrowser.options(320, 640))) {
            Page page = context.newPage();
            for (String lang : TestTown.LANGUAGES) {
                for (String path :
                        List.of("contrat", "actions/cuisiner", "actions/bilan-de-sante", "actions/vaccins")) {
                    page.navigate("/" + lang + "/" + TestTown.CONTRACT + "/" + path);
                    page.evaluate(UNFOLD);
                    TestBrowser.axe(page).forEach(one -> offenders.add(lang + " " + path + " " + one));
                    if (((Number) page.evaluate(TOO_WIDE)).intValue() > 0) {
                        offenders.add(lang + " " + path + " is too wide");
                    }
                }
            }
        }
        assertEquals("", String.join("\n", offenders));
    }
}
