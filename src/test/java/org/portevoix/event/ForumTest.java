package org.portevoix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.importing.ContractImport;

/** A forum, from its registrations to the committee's figures: each act counts for what it is, and nothing counts twice. */
class ForumTest {
    private static final String TOWN = "grand-forum";
    private static final String FORUM = "/agenda/forum-de-la-ville";
    private static final String FIGURES = "/api/v1/contracts/" + TOWN + "/participation";

    private final TestTown town = TestTown.whereTimePasses();

    @Test
    void fortyRegisteredTwentyFiveCameAndSeventeenGaveTheirOpinion() throws IOException {
        publish();
        Coordinator coordinator = town.coordinator(TOWN);
        LocalDate day = LocalDate.now(town.clock()).plusDays(2);
        String session = FORUM + "/" + day;
        post(coordinator, FORUM + "/seance", Map.of("day", day.toString(), "from", "10:00", "until", "18:00"));
        for (int party = 0; party < 10; party++) {
            register(session, 1 + party % 4, party < 8 ? "courtillieres" : "");
        }
        for (int party = 0; party < 5; party++) {
            register(session, 3, "");
        }
        register(session, 2, "");
        assertEquals(40, ledger("REGISTRATION"));

        assertEquals(
                409,
                coordinator
                        .desk()
                        .post(
                                "/equipe/" + TOWN + session + "/comptage",
                                heads(coordinator, "k", Map.of("home-inconnu", "3")))
                        .status());
        town.clock().pass(Duration.ofDays(4));
        coordinator = town.coordinator(TOWN);
        assertEquals(1, waitingToBeCounted(coordinator, session));

        List<String> parties = coordinator
                .desk()
                .page("/equipe/" + TOWN + session)
                .select("input[name=came]")
                .eachAttr("value");
        assertEquals(16, parties.size());
        mark(coordinator, session, parties.subList(0, 4));
        assertEquals(1 + 2 + 3 + 4, ledger("PRESENCE"));
        mark(coordinator, session, parties.subList(1, 4));
        assertEquals(2 + 3 + 4, ledger("PRESENCE"));

        count(
                coordinator,
                session,
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                Map.of("home-courtillieres", "12", "home-inconnu", "18"));
        assertEquals(30, ledger("HEAD_COUNT"));
        assertEquals(0, ledger("PRESENCE"));
        Map<String, String> right = Map.of(
                "home-courtillieres",
                "10",
                "home-autre-ville",
                "6",
                "home-inconnu",
                "9",
                "child_care",
                "yes",
                "interpreter",
                "yes");
        count(coordinator, session, "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", right);
        count(coordinator, session, "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", right);
        assertEquals(25, ledger("HEAD_COUNT"));
        assertEquals(1, ledger("SESSION_HELD"));
        assertEquals(List.of("1 1 10:00:00 0"), TestTown.rows("""
                SELECT l.has_child_care, l.has_interpreter, l.held_from, l.is_evening FROM ledger_line l
                JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = 'SESSION_HELD' AND l.has_child_care
                """, TOWN));
        assertEquals(
                409,
                coordinator
                        .desk()
                        .post(
                                "/equipe/" + TOWN + session + "/presences",
                                withCsrf(coordinator, Map.of("came", parties.getFirst())))
                        .status(),
                "the head-count stands for all who came");
        assertEquals(0, waitingToBeCounted(coordinator, session));

        String last = "";
        for (int i = 0; i < 18; i++) {
            last = town.give(
                    "fr",
                    TOWN,
                    "forum-sante",
                    Map.of("q-changer", "Avis du forum numéro " + (100 + i), "may_show", "yes"));
        }
        long refused = coordinator.opinionWith("Avis du forum numéro 103");
        assertEquals(303, coordinator.refuse(refused, "OFF_TOPIC").status());
        town.visitor().post("/fr/suivi/" + last + "/retrait", Map.of());

        town.clock().pass(Duration.ofMinutes(10));
        JsonNode figures = figures();
        assertEquals(42, figures.get("participations").getIntValue());
        assertEquals(40, figures.get("intentions").getIntValue());
        assertEquals(25, figures.get("byLevel").get("spectator").getIntValue());
        assertEquals(17, figures.get("byLevel").get("consulted").getIntValue());
        String csv = town.visitor().get(FIGURES + ".csv").text();
        Document page = town.visitor().page("/fr/" + TOWN + "/participation");
        for (String told : List.of(figures.toString(), csv, page.text())) {
            assertFalse(told.matches("(?s).*\\b(65|67|82|83)\\b.*"), told);
        }
        assertTrue(page.text().contains("25"));

        assertFalse(isConsultedReached(), "nobody has answered yet");
        String reply = "/questionnaires/forum-sante/reponse";
        post(
                coordinator,
                reply,
                Map.of(
                        "text",
                        "Le prochain forum aura deux fois plus d’interprètes.",
                        "key",
                        "cccccccccccccccccccccccccccccccc"));
        town.clock().pass(Duration.ofMinutes(10));
        assertTrue(isConsultedReached());
        assertEquals(42, figures().get("participations").getIntValue());
    }

    private static int waitingToBeCounted(Coordinator coordinator, String session) {
        return coordinator
                .desk()
                .page("/equipe")
                .select(".waiting a[href$=" + session + "/comptage]")
                .size();
    }

    private JsonNode figures() throws IOException {
        return town.bean(JsonMapper.class).readValue(town.visitor().get(FIGURES).text(), JsonNode.class);
    }

    /** That the public page says so of the action. */
    private boolean isConsultedReached() {
        Document page = town.visitor().page("/fr/" + TOWN + "/participation");
        return page.select("tbody:has(a[href$=/actions/forum-sante])")
                .text()
                .contains("Niveau atteint : Je donne mon avis");
    }

    private void register(String session, int people, String home) {
        TestVisitor resident = town.visitor();
        String path = "/fr/" + TOWN + session;
        TestVisitor.Answer answer = resident.post(
                path,
                Map.of(
                        "key",
                        TestTown.key(resident.page(path)),
                        "first_name",
                        "Awa",
                        "people",
                        String.valueOf(people),
                        "home",
                        home));
        assertEquals(303, answer.status());
    }

    private static void mark(Coordinator coordinator, String session, List<String> came) {
        String csrf = withCsrf(coordinator, Map.of()).get("csrf");
        StringBuilder body = new StringBuilder("csrf=" + csrf);
        came.forEach(id -> body.append("&came=").append(id));
        assertEquals(
                303,
                coordinator
                        .desk()
                        .post("/equipe/" + TOWN + session + "/presences", body.toString())
                        .status());
    }

    private static void count(Coordinator coordinator, String session, String key, Map<String, String> counted) {
        TestVisitor.Answer answer =
                coordinator.desk().post("/equipe/" + TOWN + session + "/comptage", heads(coordinator, key, counted));
        assertEquals(303, answer.status(), answer.text());
    }

    private static Map<String, String> heads(Coordinator coordinator, String key, Map<String, String> counted) {
        Map<String, String> all = new HashMap<>(counted);
        all.put("key", key);
        return withCsrf(coordinator, all);
    }

    private static void post(Coordinator coordinator, String path, Map<String, String> fields) {
        TestVisitor.Answer answer = coordinator.desk().post("/equipe/" + TOWN + path, withCsrf(coordinator, fields));
        assertEquals(303, answer.status(), answer.text());
    }

    private static Map<String, String> withCsrf(Coordinator coordinator, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(
                "csrf",
                coordinator.desk().page("/equipe").select("input[name=csrf]").attr("value"));
        return all;
    }

    private static long ledger(String act) {
        return Long.parseLong(TestTown.rows("""
                SELECT COALESCE(SUM(l.count), 0) FROM ledger_line l JOIN contract c ON c.id = l.contract_id
                WHERE c.slug = ? AND l.act = ?
                """, TOWN, act).getFirst());
    }

    /** With a forum that plans for fifteen people to be heard. */
    private void publish() throws IOException {
        String sample = Files.readString(Path.of("sample/contract.yaml"))
                .replace("slug: bobigny\n", "slug: " + TOWN + "\n")
                .replace("how_many: 200", "how_many: 15");
        assertTrue(town.bean(ContractImport.class)
                .importFile("contract.yaml", sample.getBytes(StandardCharsets.UTF_8), false)
                .isDone());
    }
}
