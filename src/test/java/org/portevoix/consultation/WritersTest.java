package org.portevoix.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contracts;
import org.portevoix.receipt.ReceiptCodes;

/** An address left with an opinion, for the answer and for nothing else. */
class WritersTest {
    private final TestTown town = TestTown.open();

    @Test
    void whoLeftAnAddressIsWrittenToOnceInTheirLanguage() {
        String contract = town.smallTown("ville-reponse");
        TestTown.Coordinator team = town.coordinator(contract);
        town.give("ar", contract, "avis", Map.of("q-venu", "oui", "email", "fatima@courrier.example"));
        town.give("fr", contract, "avis", Map.of("q-venu", "non", "email", " jean@courrier.example "));
        town.give("fr", contract, "avis", Map.of("q-venu", "non"));
        String address = "/equipe/" + contract + "/questionnaires/avis";
        Map<String, String> reply = form(team.desk().page(address), "Nous ouvrons le samedi.");
        assertEquals(303, team.desk().post(address + "/reponse", reply).status());
        assertEquals(303, team.desk().post(address + "/reponse", reply).status());
        assertEquals(List.of("answer ar", "answer fr"), letters(contract));
    }

    @Test
    void theAnswerToOneWriterGoesToThatOneAlone() {
        String contract = town.smallTown("ville-un-seul");
        TestTown.Coordinator team = town.coordinator(contract);
        town.give("fr", contract, "avis", Map.of("q-venu", "non", "email", "autre@courrier.example"));
        town.give(
                "ar",
                contract,
                "avis",
                Map.of("q-pourquoi", "لا أعرف العنوان", "may_show", "no", "email", "fatima@courrier.example"));
        long id = team.opinionWith("لا أعرف العنوان");
        String page = "/equipe/" + contract + "/avis/" + id;
        Map<String, String> reply = form(team.desk().page(page), "C’est à la mairie.");
        assertEquals(303, team.desk().post(page + "/reponse", reply).status());
        assertEquals(List.of("answer ar"), letters(contract));
    }

    @Test
    void theAddressIsSealedAndGoesWithTheOpinion() {
        String contract = town.smallTown("ville-adresse");
        String code = town.give("fr", contract, "avis", Map.of("q-venu", "oui", "email", "jean@courrier.example"));
        byte[] receipt = town.bean(ReceiptCodes.class).hash(code);
        assertEquals(
                List.of("EMAIL fr 0"),
                rows(
                        "SELECT kind, language, address LIKE '%courrier%' FROM contact WHERE receipt_hash = ?",
                        (Object) receipt));
        assertEquals(
                "jean@courrier.example",
                town.bean(OpinionReceipts.class).copy(code).get("email"));
        assertFalse(town.visitor().page("/fr/suivi/" + code).html().contains("courrier.example"));
        town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
        assertEquals(List.of("0"), rows("SELECT COUNT(*) FROM contact WHERE receipt_hash = ?", (Object) receipt));
        assertEquals(List.of("0"), rows("SELECT has_contact FROM opinion WHERE receipt_hash = ?", (Object) receipt));
    }

    @Test
    void noneIsNeededAndAWrongOneIsSaidWithEveryWordKept() {
        String contract = town.smallTown("ville-sans-adresse");
        TestVisitor resident = town.visitor();
        String path = "/fr/" + contract + "/avis/avis";
        Document blank = resident.page(path);
        assertEquals("", blank.select("input[name=email]").attr("required"));
        assertTrue(blank.select("#email-hint").text().contains("pas obligatoire"));
        Map<String, String> fields = new TreeMap<>(Map.of(
                "key",
                TestTown.key(blank),
                "q-pourquoi",
                "Trop loin",
                "may_show",
                "no",
                "email",
                "jean arobase courrier"));
        TestVisitor.Answer wrong = resident.post(path, fields);
        assertEquals(422, wrong.status());
        assertEquals("jean arobase courrier", wrong.page().select("#email").attr("value"));
        assertEquals("Trop loin", wrong.page().select("textarea").text());
        assertFalse(wrong.page().select(".summary a[href=#email]").isEmpty());
    }

    @Test
    void theSameFormSentAgainWithAnAddressIsTheSameOpinion() {
        String contract = town.smallTown("ville-retour");
        TestVisitor resident = town.visitor();
        String path = "/fr/" + contract + "/avis/avis";
        Map<String, String> fields = new TreeMap<>(Map.of("key", TestTown.key(resident.page(path)), "q-venu", "oui"));
        String first = resident.post(path, fields).location();
        fields.put("email", "jean@courrier.example");
        assertEquals(first, resident.post(path, fields).location());
        byte[] receipt = town.bean(ReceiptCodes.class).hash(first.substring("/fr/suivi/".length()));
        assertEquals(List.of("1"), rows("SELECT COUNT(*) FROM contact WHERE receipt_hash = ?", (Object) receipt));
        assertEquals(List.of("1"), rows("SELECT has_contact FROM opinion WHERE receipt_hash = ?", (Object) receipt));
    }

    @Test
    void addressesAreErasedAfterTheirTermAndTheOpinionsStay() {
        String contract = town.smallTown("ville-un-an-apres");
        town.give("fr", contract, "avis", Map.of("q-venu", "oui", "email", "jean@courrier.example"));
        long id = town.bean(Contracts.class).find(contract).orElseThrow().id();
        OpinionContacts kept = town.bean(OpinionContacts.class);
        LocalDate closes = LocalDate.parse(rows("SELECT closes_on FROM consultation WHERE contract_id = ?", id)
                .getFirst());
        assertEquals(0, kept.erase(id, closes));
        assertEquals(1, kept.erase(id, closes.plusDays(1)));
        assertEquals(0, kept.erase(id, closes.plusDays(1)));
        assertEquals(List.of("0 1"), rows("SELECT has_contact, is_counted FROM opinion WHERE contract_id = ?", id));
    }

    private static Map<String, String> form(Document page, String text) {
        Map<String, String> form = new TreeMap<>(Map.of("text", text));
        for (String field : List.of("csrf", "key")) {
            form.put(field, page.select("input[name=" + field + "]").attr("value"));
        }
        return form;
    }

    private static List<String> letters(String contract) {
        return rows("""
                SELECT l.kind, l.language FROM letter l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? ORDER BY l.language
                """, contract);
    }
}
