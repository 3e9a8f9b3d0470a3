package org.portevoix.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import tools.jackson.databind.JsonNode;

/** Questions and whole questionnaires that come written with the site. */
class GuidesTest {

    private static final List<String> GUIDES = List.of("habitants", "coordination", "delegation-ars", "partenaires");

    private final TestTown town = TestTown.open();

    @Test
    void whatResidentsReadIsReadyInEveryLanguageOfTheSite() {
        Set<String> all = Set.of("fr", "en", "ar", "es", "pt", "tr", "ro", "ru", "uk", "zh", "ta", "bn");
        for (String name : List.of("questions.yaml", "guides/habitants.yaml")) {
            inEveryLanguage(ReadyContent.read(name), all, name);
        }
    }

    @Test
    void aReadyQuestionIsAddedWithOneTapAndComesInEveryLanguage() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("question-prete"));
        String address = "/equipe/" + team.contract() + "/contenus/questionnaires/nouveau";
        Document blank = team.desk().page(address);
        assertEquals(
                List.of("pret:apport", "pret:utile", "pret:connu-par"),
                blank.select("button[name=more][value^=pret:]").eachAttr("value"));
        Map<String, String> fields = new TreeMap<>(Map.of(
                "csrf", blank.select("input[name=csrf]").attr("value"),
                "title", "Après la fête",
                "summary", "Trois questions.",
                "opens", "2027-01-04",
                "closes", "2027-02-01",
                "promise.answer_by", "2027-03-01",
                "promise.reads", "L’équipe.",
                "promise.can_change", "La prochaine fête.",
                "promise.decided", "Le lieu."));
        Map<String, String> asks = new TreeMap<>(fields);
        asks.put("more", "pret:utile");
        Document again = team.desk().post(address, asks).page();
        Map<String, String> typed = filled(again);
        assertEquals("Après la fête", typed.get("title"), "nothing typed is lost");
        typed.put("more", "pret:connu-par");
        typed = filled(team.desk().post(address, typed).page());
        TestVisitor.Answer kept = team.desk().post(address, typed);
        assertEquals(303, kept.status(), kept::text);
        for (String lang : TestTown.LANGUAGES) {
            assertEquals(List.of("1"), rows("""
                    SELECT COUNT(DISTINCT q.id) FROM question q
                    JOIN consultation c ON c.id = q.consultation_id
                    JOIN contract k ON k.id = c.contract_id
                    JOIN paragraph p ON p.text_id = q.title_text AND p.language = ?
                    WHERE k.slug = ? AND q.slug = 'utile'
                    """, lang, team.contract()), lang);
        }
        String item = kept.location().replaceAll("[?].*", "");
        TestVisitor.Answer shown = team.desk().post(item + "/publication", Map.of("csrf", fields.get("csrf")));
        assertEquals(303, shown.status(), shown::text);
    }

    @Test
    void eachGuideIsCopiedAsADraftAndInterviewsNeverBecomePublic() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("guides-copies"));
        String address = "/equipe/" + team.contract() + "/guides";
        Document page = team.desk().page(address);
        String csrf = page.select("input[name=csrf]").attr("value");
        assertEquals(4, page.select("article").size());
        for (String guide : GUIDES) {
            TestVisitor.Answer copied = team.desk().post(address + "/" + guide, Map.of("csrf", csrf));
            assertEquals(303, copied.status(), copied::text);
            String item = copied.location().replaceAll("[?].*", "");
            Map<String, String> saved = filled(team.desk().page(item));
            assertEquals(303, team.desk().post(item, saved).status(), "it can be changed and kept: " + guide);
            TestVisitor.Answer shown = team.desk().post(item + "/publication", Map.of("csrf", csrf));
            assertEquals(guide.equals("habitants") ? 303 : 422, shown.status(), shown::text);
        }
        assertEquals(List.of("INTERVIEW DRAFT 3", "RESIDENTS PUBLISHED 2"), rows("""
                SELECT c.audience, c.state, COUNT(*) FROM consultation c JOIN contract k ON k.id = c.contract_id
                WHERE k.slug = ? GROUP BY c.audience, c.state ORDER BY c.audience
                """, team.contract()));
        assertFalse(town.publicPages(team.contract()).values().stream()
                .anyMatch(public_ -> public_.contains("la coordination du contrat")
                        || public_.contains("À quelles conditions signeriez-vous")));
        assertTrue(town.visitor()
                .page("/ta/" + team.contract() + "/avis")
                .text()
                .contains("சுகாதார ஒப்பந்தம் உங்களுக்கு என்ன மாற்றியது"));
    }

    @Test
    void anInterviewIsNotedOnceAndCountsForNobody() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("entretien-note"));
        String guides = "/equipe/" + team.contract() + "/guides";
        String csrf = team.desk().page(guides).select("input[name=csrf]").attr("value");
        team.desk().post(guides + "/partenaires", Map.of("csrf", csrf));
        String list = "/equipe/" + team.contract() + "/entretiens";
        String form = team.desk().page(list).select("section a.button").attr("href");
        Map<String, String> noted = new TreeMap<>(Map.of(
                "csrf", csrf,
                "key", TestTown.key(team.desk().page(form)),
                "day", "2026-11-02",
                "q-genre", "social",
                "q-fait", "Une permanence le samedi."));
        TestVisitor.Answer wrong = team.desk().post(form, noted);
        assertEquals(422, wrong.status());
        assertEquals(
                "Une permanence le samedi.",
                wrong.page().select("[name=q-fait]").text());
        noted.put("who", "Association, accueil");
        List<String> before = ledger(team);
        assertEquals(303, team.desk().post(form, noted).status());
        assertEquals(303, team.desk().post(form, noted).status());
        Document read = team.desk().page(list);
        assertEquals(1, read.select("details").size());
        assertTrue(
                read.text().contains("Une permanence le samedi.") && read.text().contains("Le social"), read::text);
        assertEquals(before, ledger(team));
        assertEquals(
                303,
                team.desk()
                        .post(read.select("details form").attr("action"), Map.of("csrf", csrf))
                        .status());
        assertEquals(0, team.desk().page(list).select("details").size());
    }

    private static List<String> ledger(TestTown.Coordinator team) {
        return rows(
                "SELECT COUNT(*) FROM ledger_line l JOIN contract k ON k.id = l.contract_id WHERE k.slug = ?",
                team.contract());
    }

    /** The item's own form as a browser would send it. */
    private static Map<String, String> filled(Document page) {
        Map<String, String> fields = new TreeMap<>();
        page.expectFirst("form.item")
                .select("input[name], textarea[name], select[name]")
                .forEach(field -> {
                    boolean isTicked =
                            !List.of("checkbox", "radio").contains(field.attr("type")) || field.hasAttr("checked");
                    if (isTicked) {
                        fields.put(
                                field.attr("name"),
                                field.is("select")
                                        ? field.select("option[selected]").attr("value")
                                        : field.is("textarea") ? field.wholeText() : field.attr("value"));
                    }
                });
        return fields;
    }

    private static void inEveryLanguage(JsonNode place, Set<String> all, String where) {
        if (place.isObject() && place.has("fr")) {
            Set<String> there = new HashSet<>(place.propertyNames());
            assertEquals(all, there, where);
            place.forEach(body -> assertFalse(body.asString("").isBlank(), where));
        } else {
            place.properties().forEach(field -> inEveryLanguage(field.getValue(), all, where + "/" + field.getKey()));
            if (place.isArray()) {
                place.forEach(one -> inEveryLanguage(one, all, where));
            }
        }
    }
}
