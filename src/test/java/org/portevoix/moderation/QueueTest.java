package org.portevoix.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** The queue of a tired coordinator, and of two: who reads first, who decides, and what nobody decides unknowingly. */
class QueueTest {

    private final TestTown town = TestTown.open();

    @Test
    void distressComesFirstThenTheOldestAndPagesFollowOnWithoutGapOrDouble() {
        String contract = town.smallTown("file-ordre");
        TestTown.Coordinator team = town.coordinator(contract);
        List<Long> all = IntStream.range(0, 23)
                .mapToObj(i -> opinion(contract, "Avis numéro " + i, "yes"))
                .toList();
        long grave = all.get(21);
        TestTown.update("UPDATE opinion SET turn = 0 WHERE id = ?", grave);
        // Two at the very same moment.
        TestTown.update(
                "UPDATE opinion SET received_at = (SELECT t FROM (SELECT received_at AS t FROM opinion WHERE id = ?) x) WHERE id = ?",
                all.get(4),
                all.get(5));
        List<Long> expected = new ArrayList<>(all);
        expected.remove(grave);
        expected.addFirst(grave);
        List<Long> seen = new ArrayList<>();
        String address = "/equipe/" + contract + "/avis";
        while (!address.isEmpty()) {
            Document page = team.desk().page(address);
            page.select("article").forEach(card -> seen.add(number(card.attr("aria-labelledby"))));
            address = page.select("a[rel=next]").attr("href");
        }
        assertEquals(expected, seen);
        for (String nonsense : List.of("x", "1_2026-99-99T99:99_1", "9_2026-01-01T00:00_1", "%00")) {
            assertEquals(
                    200,
                    team.desk()
                            .get("/equipe/" + contract + "/avis?apres=" + nonsense)
                            .status());
        }
    }

    @Test
    void isNarrowedByQuestionnaireLanguageFlagAndPerson() {
        String contract = town.smallTown("file-choix");
        TestTown.Coordinator team = town.coordinator(contract);
        long french = opinion(contract, "Un avis en français, bande de connards", "yes");
        town.give("ar", contract, "avis", Map.of("q-pourquoi", "رأي بالعربية", "may_show", "yes"));
        long arabic = idOf("رأي بالعربية");
        assertEquals(List.of(french, arabic), queue(team, ""));
        assertEquals(List.of(arabic), queue(team, "?langue=ar"));
        assertEquals(List.of(french), queue(team, "?signal=INSULT"));
        assertEquals(List.of(), queue(team, "?signal=INSULT&langue=ar"));
        assertEquals(List.of(french, arabic), queue(team, "?questionnaire=avis"));
        assertEquals(List.of(), queue(team, "?questionnaire=autre"));
        assertEquals(List.of(), queue(team, "?pour=moi"));
        assertEquals(303, assign(team, french, "", me(team, french)).status());
        assertEquals(List.of(french), queue(team, "?pour=moi"));
        assertEquals(List.of(arabic), queue(team, "?pour=libres"));
        TestVisitor.Answer decided = decide(
                team, arabic, Map.of("decision", "pass_on", "passed_to", "la voirie", "file", "langue=ar&pour=libres"));
        assertTrue(
                decided.location().startsWith("/equipe/" + contract + "/avis?langue=ar&pour=libres&fait=pass_on"),
                decided::location);
    }

    @Test
    void anOpinionIsTakenGivenAndGivenUpAndNeverFromUnderSomebodysHands() {
        String contract = town.smallTown("file-partage");
        TestTown.Coordinator one = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        long id = opinion(contract, "À qui le tour", "yes");
        String mine = me(one, id);
        String theirs = me(other, id);
        assertEquals(303, assign(one, id, "", mine).status());
        TestVisitor.Answer late = assign(other, id, "", theirs);
        assertEquals(422, late.status());
        assertTrue(late.page().text().contains("Coordination s’en occupe"), late::text);
        assertEquals(303, assign(one, id, mine, theirs).status());
        assertEquals(List.of(id), queue(other, "?pour=moi"));
        assertEquals(422, assign(one, id, mine, "").status(), "it is no longer theirs to give up");
        assertEquals(303, assign(other, id, theirs, "").status());
        assertEquals(List.of(), rows("SELECT * FROM opinion_assignment WHERE opinion_id = ?", id));
        town.smallTown("file-partage-ailleurs");
        TestTown.Coordinator stranger = town.coordinator("file-partage-ailleurs", "Etrangere");
        long elsewhere = opinion("file-partage-ailleurs", "Un avis d’ailleurs", "yes");
        assertEquals(422, assign(one, id, "", me(stranger, elsewhere)).status(), "nobody of another contract");
        assertEquals(303, assign(one, id, "", theirs).status());
        assertEquals(303, one.publish(id).status(), "to look after it hinders nobody");
        assertEquals(List.of(), rows("SELECT * FROM opinion_assignment WHERE opinion_id = ?", id));
    }

    @Test
    void aDecisionAboutSeveralJudgesEachAloneAndSaysWhyTheOthersStay() {
        String contract = town.smallTown("file-lot");
        TestTown.Coordinator team = town.coordinator(contract);
        long shown = opinion(contract, "Peut être affiché", "yes");
        long secret = opinion(contract, "Équipe seulement", "no");
        long decided = opinion(contract, "Déjà décidé par une autre", "yes");
        String code = town.give("fr", contract, "avis", Map.of("q-pourquoi", "Avant correction", "may_show", "yes"));
        long corrected = idOf("Avant correction");
        String boxes = boxes(team, shown, secret, decided, corrected);
        town.coordinator(contract, "Samira").refuse(decided, "INSULT");
        town.visitor().post("/fr/suivi/" + code + "/correction", Map.of("q-pourquoi", "Après", "may_show", "yes"));
        TestVisitor.Answer answer = several(team, boxes + "&decision=publish");
        assertEquals(422, answer.status());
        String said = answer.page().select(".errors").text();
        assertTrue(said.contains("C’est fait pour 1 avis."), said);
        assertTrue(said.contains("n° " + secret + " : la personne n’a pas permis"), said);
        assertTrue(said.contains("n° " + decided + " : quelqu’un d’autre a décidé"), said);
        assertTrue(said.contains("n° " + corrected + " : la personne l’a corrigé"), said);
        assertEquals(
                List.of("PUBLISHED", "WAITING", "REFUSED", "WAITING"),
                rows(
                        "SELECT state FROM opinion WHERE id IN (?, ?, ?, ?) ORDER BY id",
                        shown,
                        secret,
                        decided,
                        corrected));
        assertEquals(
                2, answer.page().select("input[name=opinion][checked]").size(), "those that stay are still ticked");
        TestVisitor.Answer wrong = several(team, boxes(team, secret) + "&decision=refuse&note=Une+phrase");
        assertEquals(422, wrong.status());
        assertEquals("Une phrase", wrong.page().select("#field-several_note").text());
        assertEquals(422, several(team, "decision=publish").status(), "nothing ticked");
        assertEquals(422, several(team, boxes(team, secret)).status(), "nothing chosen");
        TestVisitor.Answer done = several(
                team, boxes(team, secret, corrected) + "&decision=refuse&reason=OFF_TOPIC&note=Merci+quand+m%C3%AAme");
        assertEquals(303, done.status());
        assertTrue(
                team.desk().page(done.location()).select("[role=status]").text().contains("2 avis sont décidés"));
        assertEquals(
                List.of("OFF_TOPIC Merci quand même fr", "OFF_TOPIC Merci quand même fr"),
                rows(
                        "SELECT reason, note, note_language FROM moderation_decision WHERE opinion_id IN (?, ?)",
                        secret,
                        corrected));
        assertEquals(List.of("4"), sum(contract), "not shown is not unheard");
    }

    @Test
    void whoComesSecondIsToldWhoDecidedWhatAndKeepsTheirWords() {
        String contract = town.smallTown("file-verrou");
        TestTown.Coordinator one = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        long id = opinion(contract, "Deux personnes me lisent", "yes");
        Map<String, String> form = form(other, id);
        assertEquals(303, one.refuse(id, "INSULT").status());
        form.putAll(Map.of(
                "decision", "pass_on", "passed_to", "le service des écoles", "note", "Ils vous appelleront lundi."));
        TestVisitor.Answer late = other.desk().post("/equipe/" + contract + "/avis/" + id + "/decision", form);
        assertEquals(409, late.status());
        String told = late.page().select("[role=alert]").text();
        assertTrue(told.contains("Pas affiché · Des mots qui blessent · par Coordination"), told);
        assertTrue(told.contains("le service des écoles") && told.contains("Ils vous appelleront lundi."), told);
    }

    @Test
    void aDecisionThatWasMadeAndUndoneMeanwhileIsToldToo() {
        String contract = town.smallTown("file-verrou-defait");
        TestTown.Coordinator one = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        long id = opinion(contract, "Décidé puis défait", "yes");
        Map<String, String> form = form(other, id);
        one.refuse(id, "INSULT");
        undo(one, id);
        form.putAll(Map.of("decision", "refuse", "reason", "OFF_TOPIC", "note", "À garder"));
        TestVisitor.Answer late = other.desk().post("/equipe/" + contract + "/avis/" + id + "/decision", form);
        assertEquals(422, late.status());
        assertTrue(late.page().select("[role=alert]").text().contains("puis a annulé sa décision"), late::text);
        assertEquals("À garder", late.page().select("#field-note").text());
        assertEquals(List.of("WAITING"), rows("SELECT state FROM opinion WHERE id = ?", id));
        assertEquals(303, other.refuse(id, "OFF_TOPIC").status(), "once they have read it again");
    }

    @Test
    void aDoubtWaitsWithASecondPersonWhoseAnswerIsNoted() {
        String contract = town.smallTown("file-doute");
        TestTown.Coordinator one = town.coordinator(contract);
        assertTrue(
                one.desk()
                                .page("/equipe/" + contract + "/avis/" + opinion(contract, "Seule ici", "yes"))
                                .text()
                                .contains("Inviter quelqu’un")
                        || !rows("SELECT id FROM account WHERE is_administrator = TRUE AND is_active = TRUE")
                                .isEmpty(),
                "with nobody else, an invitation is offered");
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        TestTown.Coordinator third = town.coordinator(contract, "Paulo");
        long id = opinion(contract, "Faut-il afficher ceci", "yes");
        String address = "/equipe/" + contract + "/avis/" + id;
        Map<String, String> ask = form(one, id);
        assertEquals(422, one.desk().post(address + "/deuxieme-lecture", ask).status());
        ask.putAll(Map.of("of", me(other, id), "question", "Le docteur est-il reconnaissable ?"));
        assertEquals(303, one.desk().post(address + "/deuxieme-lecture", ask).status());
        assertEquals(List.of(id), queue(other, "?pour=moi"));
        assertTrue(other.desk().page("/equipe").text().contains("Votre avis est demandé sur 1 avis d’habitant"));
        for (TestTown.Coordinator blocked : List.of(one, third)) {
            TestVisitor.Answer refused = blocked.publish(id);
            assertEquals(422, refused.status());
            assertTrue(refused.text().contains("doit d’abord donner son avis"));
        }
        assertEquals(
                422,
                third.desk()
                        .post(address + "/deuxieme-lecture/conseil", with(form(third, id), "advice", "refuse"))
                        .status(),
                "it was not asked of them");
        assertEquals(
                303,
                other.desk()
                        .post(
                                address + "/deuxieme-lecture/conseil",
                                with(with(form(other, id), "advice", "mask"), "said", "Masquez le nom."))
                        .status());
        assertEquals(List.of(id), queue(one, "?pour=moi"), "it is back with who asked");
        String page = one.desk().page(address).text();
        assertTrue(page.contains("Samira pense : publier en masquant des mots Masquez le nom."), page);
        assertEquals(303, one.publish(id).status());
        long again = opinion(contract, "Un autre doute", "yes");
        ask = with(with(form(one, again), "of", me(other, again)), "question", "Et ceci ?");
        one.desk().post("/equipe/" + contract + "/avis/" + again + "/deuxieme-lecture", ask);
        assertEquals(303, other.refuse(again, "OFF_TOPIC").status(), "the second person's decision is an answer");
        assertEquals(List.of("REFUSE"), rows("SELECT advice FROM second_reading WHERE opinion_id = ?", again));
        long back = opinion(contract, "Question reprise", "yes");
        ask = with(with(form(one, back), "of", me(other, back)), "question", "Et cela ?");
        String lastAddress = "/equipe/" + contract + "/avis/" + back + "/deuxieme-lecture";
        one.desk().post(lastAddress, ask);
        assertEquals(
                303, one.desk().post(lastAddress + "/reprise", form(one, back)).status());
        assertEquals(303, one.publish(back).status());
    }

    @Test
    void whatIsPublishedGoesInOneTapHoweverOldItIs() {
        String contract = town.smallTown("file-retrait");
        TestTown.Coordinator team = town.coordinator(contract);
        long id = opinion(contract, "À retirer tout de suite", "yes");
        team.publish(id);
        TestTown.update("UPDATE opinion SET erased_on = '2026-01-01' WHERE id = ?", id);
        assertTrue(town.visitor().page("/fr/" + contract + "/avis/avis").text().contains("À retirer tout de suite"));
        Document decided = team.desk().page("/equipe/" + contract + "/avis/decides");
        assertEquals(1, decided.select("form.take-back button.second").size());
        Map<String, String> form = new TreeMap<>();
        decided.select("form.take-back input").forEach(input -> form.put(input.attr("name"), input.attr("value")));
        String action = decided.select("form.take-back").attr("action");
        assertEquals(303, team.desk().post(action, form).status());
        assertFalse(town.visitor().page("/fr/" + contract + "/avis/avis").text().contains("À retirer tout de suite"));
        assertEquals(List.of("1"), sum(contract));
    }

    private long opinion(String contract, String words, String mayShow) {
        town.give("fr", contract, "avis", Map.of("q-pourquoi", words, "may_show", mayShow));
        return idOf(words);
    }

    private static long idOf(String words) {
        return Long.parseLong(
                rows("SELECT opinion_id FROM answer WHERE body = ?", words).getLast());
    }

    private static List<Long> queue(TestTown.Coordinator team, String query) {
        return team.desk().page("/equipe/" + team.contract() + "/avis" + query).select("article").stream()
                .map(card -> number(card.attr("aria-labelledby")))
                .toList();
    }

    private static long number(String label) {
        return Long.parseLong(label.substring("opinion-".length()));
    }

    /** What each form of the page says of the opinion that was read. */
    private static Map<String, String> form(TestTown.Coordinator team, long id) {
        Document page = team.desk().page("/equipe/" + team.contract() + "/avis/" + id);
        Map<String, String> form = new TreeMap<>();
        for (String field : List.of("csrf", "revision", "seen")) {
            form.put(field, page.select("input[name=" + field + "]").attr("value"));
        }
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new TreeMap<>(form);
        more.put(field, value);
        return more;
    }

    private static TestVisitor.Answer decide(TestTown.Coordinator team, long id, Map<String, String> fields) {
        Map<String, String> form = form(team, id);
        form.putAll(fields);
        return team.desk().post("/equipe/" + team.contract() + "/avis/" + id + "/decision", form);
    }

    private static String me(TestTown.Coordinator team, long id) {
        return rows("SELECT id FROM account WHERE email = ?", team.email()).getFirst();
    }

    private static TestVisitor.Answer assign(TestTown.Coordinator team, long id, String held, String to) {
        return team.desk()
                .post(
                        "/equipe/" + team.contract() + "/avis/" + id + "/attribution",
                        with(with(form(team, id), "held", held), "to", to));
    }

    private static TestVisitor.Answer undo(TestTown.Coordinator team, long id) {
        String address = "/equipe/" + team.contract() + "/avis/" + id;
        Document page = team.desk().page(address);
        return team.desk()
                .post(
                        address + "/annulation",
                        Map.of(
                                "csrf",
                                page.select("input[name=csrf]").attr("value"),
                                "made",
                                page.select("input[name=made]").attr("value")));
    }

    private static String boxes(TestTown.Coordinator team, long... ids) {
        Document queue = team.desk().page("/equipe/" + team.contract() + "/avis");
        StringBuilder boxes = new StringBuilder();
        for (long id : ids) {
            boxes.append(boxes.isEmpty() ? "" : "&")
                    .append("opinion=")
                    .append(queue.select("input[name=opinion][value^=" + id + ":]")
                            .attr("value"));
        }
        return boxes.toString();
    }

    private static TestVisitor.Answer several(TestTown.Coordinator team, String fields) {
        String csrf =
                team.desk().page("/equipe/sessions").select("input[name=csrf]").attr("value");
        return team.desk().post("/equipe/" + team.contract() + "/avis/lot", "csrf=" + csrf + "&" + fields);
    }

    private static List<String> sum(String contract) {
        return rows("""
                SELECT SUM(l.count) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'OPINION'
                """, contract);
    }
}
