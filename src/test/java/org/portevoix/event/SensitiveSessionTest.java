package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** An event where it matters that nobody knows who comes, nor where it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensitiveSessionTest {
    private static final String TOWN = "lieu-sur";
    private static final String PLACE = "porte verte";
    private static final List<String> SECRETS = List.of(PLACE, "26 rue de l’Exemple", "Sonnez");

    private final TestTown town = TestTown.open();
    private final String path = publish();

    @Test
    void itsPlaceIsOnNoPublicPageAndItIsInNoOpenData() {
        Map<String, String> pages = town.publicPages(TOWN);
        assertTrue(pages.keySet().stream().anyMatch(page -> page.contains("/agenda/groupe-entre-femmes/")));
        pages.forEach((page, body) -> SECRETS.forEach(secret -> assertFalse(body.contains(secret), page)));
        pages.forEach(
                (page, body) -> assertFalse(page.startsWith("/api/") && body.contains("groupe-entre-femmes"), page));
        assertEquals(
                404,
                town.visitor()
                        .get("/fr/" + TOWN + "/agenda/groupe-entre-femmes.ics")
                        .status());
    }

    @Test
    void whoRegistersGivesNoNameAndIsToldThePlace() {
        Document page = town.visitor().page(path);
        assertEquals(
                0,
                page.select("input[name=first_name], input[name=email], input[name=telephone]")
                        .size());
        assertEquals(
                1,
                page.select("a[rel=noreferrer][href^=https://fr.wikipedia.org]").size());
        Map<String, String> form = new TreeMap<>(Map.of(
                "people",
                "2",
                "first_name",
                "Jeanne",
                "email",
                "jeanne@exemple.fr",
                "telephone",
                "0612345678",
                "home",
                "karl-marx"));
        form.put("key", TestTown.key(page));
        TestVisitor.Answer answer = town.visitor().post(path, form);
        assertEquals(303, answer.status());
        Document receipt = town.visitor().page(answer.location());
        SECRETS.forEach(secret -> assertTrue(receipt.text().contains(secret), secret));
        assertEquals(0, receipt.select("a[href^=sms:?], a[href*=wa.me]").size());
        assertEquals(1, receipt.select("a[rel=noreferrer][href*=wikipedia]").size());
        String calendar = town.visitor().get(answer.location() + "/agenda.ics").text();
        assertTrue(calendar.contains(PLACE));
        assertFalse(calendar.contains("femmes"));
        assertEquals(List.of("1 inconnu"), TestTown.rows("""
                SELECT r.is_sensitive, r.home FROM registration r JOIN contract c ON c.id = r.contract_id
                WHERE c.slug = ? AND r.first_name IS NULL AND r.contact_kind IS NULL
                """, TOWN));
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM contact k JOIN registration r ON r.receipt_hash = k.receipt_hash
                JOIN contract c ON c.id = r.contract_id WHERE c.slug = ?
                """, TOWN));
        assertEquals(List.of("1 2"), TestTown.rows("""
                SELECT l.is_sensitive, l.count FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'REGISTRATION'
                """, TOWN));
        String atTheDesk = town.coordinator(TOWN)
                .desk()
                .page("/equipe" + path.substring(3))
                .text();
        assertFalse(atTheDesk.contains("Jeanne"));
    }

    private String publish() {
        town.sample(TOWN);
        return "/fr/" + TOWN + "/agenda/groupe-entre-femmes/"
                + TestTown.rows("""
                SELECT s.day FROM event_session s JOIN event e ON e.id = s.event_id
                JOIN contract c ON c.id = e.contract_id
                WHERE c.slug = ? AND e.slug = 'groupe-entre-femmes' ORDER BY s.day
                """, TOWN).getFirst();
    }
}
