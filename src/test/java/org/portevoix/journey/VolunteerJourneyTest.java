package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;

/** Somebody offers their help on a small phone, and a partner reports on their action: each step can be used by all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VolunteerJourneyTest {

    private static final int MOST_BYTES = 14 * 1024;

    private final TestTown town = TestTown.open();
    private final TestBrowser browser = new TestBrowser();

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void helpIsOfferedOnASmallPhoneInFrenchAndArabic() throws Exception {
        String contract = town.sample("coup-de-main");
        Coordinator coordinator = town.coordinator(contract);
        PublicPagesTest.HtmlCheck html = new PublicPagesTest.HtmlCheck();
        List<String> offenders = new ArrayList<>();
        for (String language : List.of("fr", "ar")) {
            for (String mission : List.of("accueillir-au-forum", "interprete")) {
                String address = "/" + language + "/" + contract + "/benevoles/" + mission;
                TestVisitor.Answer answer = town.visitor().get(address, "Accept-Encoding", "gzip");
                assertTrue(answer.weight() <= MOST_BYTES, address + " weighs " + answer.weight());
                System.out.println(address + " weighs " + answer.weight());
                html.of(answer.text()).forEach(fault -> offenders.add(address + " html: " + fault));
                try (BrowserContext phone = browser.checking(TestBrowser.options(360, 640))) {
                    Page page = phone.newPage();
                    page.navigate(address);
                    check(page, language + " form", offenders);
                    send(page);
                    page.locator(".summary").waitFor();
                    check(page, language + " form with faults", offenders);
                    html.of(page.content()).forEach(fault -> offenders.add(address + " faults, html: " + fault));
                    if (mission.equals("accueillir-au-forum")) {
                        page.locator("input[name=slot]").first().check();
                    } else {
                        page.locator("input[name=spoken]").first().check();
                    }
                    page.locator("#first_name").fill("أمينة");
                    page.locator("#contact").fill("06 12 34 56 78");
                    page.locator("#age").check();
                    page.locator("#charter").check();
                    send(page);
                    page.locator(".code").waitFor();
                    check(page, language + " receipt", offenders);
                    html.of(page.content()).forEach(fault -> offenders.add(address + " receipt, html: " + fault));
                    page.locator("a[href$='/retrait']").click();
                    check(page, language + " before withdrawing", offenders);
                    page.locator("main form button[type=submit]").click();
                    check(page, language + " withdrawn", offenders);
                }
            }
        }
        assertEquals("", String.join("\n", offenders));
        assertEquals(List.of("0"), TestTown.rows("""
                        SELECT COALESCE(SUM(l.count), 0) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                        WHERE c.slug = ?
                        """, contract));
        assertEquals(
                200,
                coordinator.desk().get("/equipe/" + contract + "/benevoles").status());
    }

    @Test
    void aLeadReportsFromAPhoneAndTheDeskNods() throws Exception {
        String contract = town.sample("pilote-telephone");
        Coordinator coordinator = town.coordinator(contract);
        String desk = "/equipe/" + contract + "/pilotes";
        Document made = make(coordinator, desk);
        String fresh = made.select(".done .words").text();
        String link = fresh.substring(fresh.indexOf("/pilote/"));
        List<String> offenders = new ArrayList<>();
        PublicPagesTest.HtmlCheck html = new PublicPagesTest.HtmlCheck();
        try (BrowserContext phone = browser.checking(TestBrowser.options(360, 640))) {
            Page page = phone.newPage();
            page.navigate(link);
            check(page, "lead", offenders);
            html.of(page.content()).forEach(fault -> offenders.add("lead html: " + fault));
            page.locator("#value").fill("beaucoup");
            page.locator("form[action$='/indicateurs'] button").click();
            page.locator(".summary").waitFor();
            check(page, "lead with faults", offenders);
            page.locator("#title").fill("Ateliers tenus");
            page.locator("#value").fill("12");
            page.locator("#source").fill("Centre social");
            page.locator("form[action$='/indicateurs'] button").click();
            page.locator("[role=status]").waitFor();
            check(page, "lead, sent", offenders);
        }
        String report = TestTown.rows("""
                SELECT r.id FROM lead_report r JOIN contract c ON c.id = r.contract_id WHERE c.slug = ?
                """, contract).getFirst();
        html.of(coordinator.desk().get(desk).text()).forEach(fault -> offenders.add("desk html: " + fault));
        post(coordinator, desk + "/rapports/" + report + "/accord", Map.of());
        String slug = TestTown.rows("""
                SELECT a.slug FROM lead_report r JOIN action_sheet a ON a.id = r.action_sheet_id WHERE r.id = ?
                """, report).getFirst();
        for (String language : TestTown.LANGUAGES) {
            String action = "/" + language + "/" + contract + "/actions/" + slug;
            TestVisitor.Answer answer = town.visitor().get(action, "Accept-Encoding", "gzip");
            assertTrue(answer.text().contains("Ateliers tenus"), action);
            assertTrue(answer.weight() <= MOST_BYTES, action + " weighs " + answer.weight());
            html.of(answer.text()).forEach(fault -> offenders.add(action + " html: " + fault));
            try (BrowserContext phone = browser.checking(TestBrowser.options(320, 640))) {
                Page page = phone.newPage();
                page.navigate(action);
                check(page, action, offenders);
            }
        }
        assertEquals("", String.join("\n", offenders));
    }

    @Test
    void theDeskOfVolunteersCanBeUsedByAll() throws Exception {
        String contract = town.sample("bureau-benevole");
        Coordinator coordinator = town.coordinator(contract);
        String mission = "/equipe/" + contract + "/benevoles/missions/accueillir-au-forum";
        Document sheet = coordinator.desk().page(mission + "/saisie");
        Map<String, String> form = new TreeMap<>(Map.of(
                "key", TestTown.key(sheet),
                "slot", sheet.select("input[name=slot]").attr("value"),
                "first_name", "Sékou",
                "contact", "06 11 22 33 44",
                "age", "yes",
                "charter", "yes"));
        assertEquals(303, post(coordinator, mission + "/saisie", form).status());
        List<String> offenders = new ArrayList<>();
        PublicPagesTest.HtmlCheck html = new PublicPagesTest.HtmlCheck();
        try (BrowserContext context = browser.checking(TestBrowser.options(1280, 900))) {
            Page page = context.newPage();
            TestBrowser.signIn(page, coordinator);
            for (String path : List.of("", "/appels", "/missions/accueillir-au-forum", "/missions/interprete/saisie")) {
                String address = "/equipe/" + contract + "/benevoles" + path;
                page.navigate(address);
                check(page, address, offenders);
                html.of(coordinator.desk().get(address).text())
                        .forEach(fault -> offenders.add(address + " html: " + fault));
            }
            page.navigate("/equipe/" + contract + "/benevoles");
            page.locator("article.place button").first().click();
            page.locator("p.done").waitFor();
            page.navigate("/equipe/" + contract + "/benevoles/appels");
            assertTrue(page.content().contains("Sékou"));
            check(page, "calls", offenders);
            page.navigate("/equipe/" + contract + "/pilotes");
            check(page, "leads", offenders);
        }
        assertEquals("", String.join("\n", offenders));
    }

    private static Document make(Coordinator coordinator, String desk) {
        Document page = coordinator.desk().page(desk);
        return post(
                        coordinator,
                        desk + "/liens",
                        Map.of(
                                "key",
                                page.select("input[name=key]").attr("value"),
                                "sheet",
                                page.select("#field-sheet option").get(1).attr("value"),
                                "holder",
                                "Centre social"))
                .page();
    }

    private static TestVisitor.Answer post(Coordinator coordinator, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(
                "csrf",
                coordinator.desk().page("/equipe").select("input[name=csrf]").attr("value"));
        return coordinator.desk().post(path, all);
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").last().click();
    }

    private static void check(Page page, String step, List<String> offenders) {
        TestBrowser.axe(page).forEach(fault -> offenders.add(step + " axe: " + fault));
        int tooWide = ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        if (tooWide > 0) {
            offenders.add(step + " is too wide by " + tooWide);
        }
    }
}
