package org.portevoix.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.followup.Decider;
import org.portevoix.followup.FollowupAnswers;
import org.portevoix.followup.FollowupDecision;
import org.portevoix.followup.NextStep;
import org.portevoix.importing.ContractImport;
import org.portevoix.receipt.Said;

/** What came of what residents proposed, counted; and what nobody had foreseen, told. */
class EffectTest {

    private final TestTown town = TestTown.open();

    @Test
    void adoptedIsCountedByActionAndByNeighbourhoodAndFewVoicesAreHidden() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("effets-comptes"));
        Contract contract = contract(team);
        give(team, "centre", 12, "des bancs");
        give(team, "gare", 3, "des bancs");
        followup(contract, "Des bancs.", "plomb", FollowupDecision.ACCEPTED);
        give(team, "inconnu", 6, "une piscine");
        followup(contract, "Une piscine.", null, FollowupDecision.REFUSED);
        followup(contract, "Une piscine, encore.", null, FollowupDecision.STUDIED);

        Document page = team.desk().page("/equipe/" + team.contract() + "/effets");
        // The town's own file brings one follow-up more, accepted, of the same action.
        assertEquals(List.of("2", "2", "2", "0", "0", "0", "0"), figures(page, "actions", "Un logement sans plomb"));
        assertEquals(List.of("2", "1", "0", "0", "1", "1", "0"), figures(page, "actions", "Sans action"));
        assertEquals(List.of("4", "3", "2", "0", "1", "1", "0"), figures(page, "actions", "Total"));
        assertEquals("12", figures(page, "neighbourhoods", "Centre").getFirst());
        assertEquals("21", figures(page, "neighbourhoods", "Total").getFirst());
        assertFalse(figures(page, "neighbourhoods", "La Gare").contains("3"), page::text);
        assertTrue(
                figures(page, "neighbourhoods", "La Gare").getFirst().matches("[^0-9]+"),
                "three voices are not told: " + page.text());
        long hidden = page.select("section:has(#neighbourhoods) tbody tr td:first-of-type").stream()
                .filter(cell -> cell.text().matches("[^0-9]+"))
                .count();
        assertTrue(hidden >= 2, "one hidden alone would be found from the total");

        TestVisitor.Answer csv = team.desk().get("/equipe/" + team.contract() + "/effets.csv");
        assertTrue(csv.header("Content-Type").startsWith("text/csv"));
        List<String> lines = csv.text().lines().toList();
        assertEquals("table,key,name,proposed,decided,adopted,partly,refused,waiting,done", lines.getFirst());
        assertTrue(lines.contains("byAction,plomb,Un logement sans plomb,2,2,2,0,0,0,0"), csv::text);
        assertTrue(lines.contains("byAction,total,,4,3,2,0,1,1,0"), csv::text);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("byNeighbourhood,gare,La Gare,,")), csv::text);
    }

    @Test
    void aVoiceInTwoFollowupsCountsOnceForTheBestThatCameOfIt() {
        TestTown.Coordinator team = town.coordinator(town.smallTown("effets-une-fois"));
        Contract contract = contract(team);
        give(team, "centre", 7, "un square");
        followup(contract, "Un square.", null, FollowupDecision.REFUSED);
        followup(contract, "Un square, autrement.", null, FollowupDecision.ACCEPTED);
        Document page = team.desk().page("/equipe/" + team.contract() + "/effets");
        assertEquals(List.of("7", "7", "7", "0", "0", "0"), figures(page, "neighbourhoods", "Total"), page::text);
    }

    @Test
    void whatNobodyForesawIsPublicOnceItIsPublished() {
        String sample = town.sample("effets-imprevus");
        for (Map.Entry<String, String> told : Map.of(
                        "fr", "des voisins s’invitent", "ar", "صار الجيران يدعون", "en", "neighbours invite each other")
                .entrySet()) {
            for (String path : List.of("/actions/cuisiner", "/suites")) {
                String page = town.visitor()
                        .page("/" + told.getKey() + "/" + sample + path)
                        .text();
                assertTrue(page.contains(told.getValue()), told.getKey() + path);
            }
        }
        TestTown.Coordinator team = town.coordinator(town.smallTown("effet-note"));
        String address = "/equipe/" + team.contract() + "/contenus/effets/nouveau";
        Map<String, String> fields = new TreeMap<>(Map.of(
                "title", "Les parents se parlent devant l’école.",
                "on",
                        LocalDate.now(town.clock().withZone(ZoneId.of("Europe/Paris")))
                                .toString(),
                "by", "partner",
                "action", "plomb"));
        fields.put("csrf", team.desk().page(address).select("input[name=csrf]").attr("value"));
        TestVisitor.Answer kept = team.desk().post(address, fields);
        assertEquals(303, kept.status(), kept::text);
        String public_ = "/fr/" + team.contract() + "/actions/plomb";
        assertFalse(town.visitor().page(public_).text().contains("Les parents se parlent"), "a draft");
        String item = kept.location().replaceAll("[?].*", "");
        TestVisitor.Answer shown = team.desk().post(item + "/publication", Map.of("csrf", fields.get("csrf")));
        assertEquals(303, shown.status(), shown::text);
        assertTrue(town.visitor().page(public_).text().contains("Les parents se parlent"));
        assertTrue(
                town.visitor().page("/fr/" + team.contract() + "/suites").text().contains("Vu par un partenaire"));
        fields.remove("action");
        TestVisitor.Answer ofNothing = team.desk().post(address, fields);
        assertEquals(422, ofNothing.status(), "an effect is of an action, or of what was done");
    }

    @Test
    void whatWasAskedOfAForumIsInTheProgrammeOfTheNext() throws Exception {
        String sample = town.sample("forum-demande");
        for (String path : List.of("/agenda/forum-de-la-ville", "/suites")) {
            String french = town.visitor().page("/fr/" + sample + path).text();
            assertTrue(french.contains("Vous demandiez un moment pour parler du sommeil."), french);
            assertTrue(
                    french.contains("Au programme : 14 h – 15 h Bien dormir") || french.contains("Bien dormir"),
                    french);
            assertTrue(french.contains("Pas cette année. La salle ferme à 19 h."), french);
            String arabic = town.visitor().page("/ar/" + sample + path).text();
            assertTrue(arabic.contains("طلبتم وقتًا للحديث عن النوم") && arabic.contains("النوم الجيد"), arabic);
        }
        TestTown.Coordinator team = town.coordinator(sample);
        String item = "/equipe/" + sample + "/contenus/evenements/forum-de-la-ville";
        Document form = team.desk().page(item);
        String remark = form.select("button[name=more][value^=demande:]").attr("value");
        assertFalse(remark.isEmpty(), "what the report of the edition before says");
        Map<String, String> asks = new TreeMap<>(Map.of("more", remark));
        form.expectFirst("form.item")
                .select("input[type=hidden], select[name=previous]")
                .forEach(field -> asks.put(
                        field.attr("name"),
                        field.is("select") ? field.select("option[selected]").attr("value") : field.attr("value")));
        Document again = team.desk().post(item, asks).page();
        assertEquals(
                form.select("button[value=" + remark + "]").text(),
                again.select("[name='asked.0.said']").attr("value"));
        String wrong = Files.readString(Path.of("src/test/resources/importing/town.yaml"))
                .replace("slug: petite-ville\n", "slug: forum-mal-nomme\n")
                .replace(
                        "    programme:\n",
                        "    asked:\n      - {said: {fr: Parler.}, part: Manger}\n    programme:\n");
        var report =
                town.bean(ContractImport.class).importFile("forum.yaml", wrong.getBytes(StandardCharsets.UTF_8), false);
        assertFalse(report.isDone());
        assertTrue(report.lines().toString().contains("« Manger » n’est pas un titre de ce programme"));
    }

    private void give(TestTown.Coordinator team, String home, int count, String words) {
        for (int i = 0; i < count; i++) {
            town.give(
                    "fr",
                    team.contract(),
                    "avis",
                    Map.of("q-pourquoi", words + " " + home + " " + i, "may_show", "no", "home", home));
        }
    }

    /** Of all opinions that hold its first words, in small letters; but for its last sign. */
    private void followup(
            Contract contract,
            String said,
            @org.jspecify.annotations.Nullable String action,
            FollowupDecision decision) {
        String words = said.substring(0, said.indexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);
        FollowupAnswers answers = town.bean(FollowupAnswers.class);
        List<FollowupAnswers.Gathered> gathered = rows("""
                SELECT DISTINCT o.id FROM opinion o JOIN answer a ON a.opinion_id = o.id
                WHERE o.contract_id = ? AND a.body LIKE ?
                """, contract.id(), words + "%").stream()
                .map(id -> new FollowupAnswers.Gathered(Said.Kind.OPINION, Long.parseLong(id)))
                .toList();
        Long sheet = action == null
                ? null
                : Long.valueOf(
                        rows("SELECT id FROM action_sheet WHERE contract_id = ? AND slug = ?", contract.id(), action)
                                .getFirst());
        long id = answers.open(
                contract,
                new FollowupAnswers.Asked(said, Decider.SERVICE, sheet, null, gathered),
                String.format("%032x", Math.abs((long) said.hashCode()) + (contract.id() << 33)));
        LocalDate today = LocalDate.now(town.clock().withZone(ZoneId.of("Europe/Paris")));
        answers.decide(
                contract,
                id,
                new FollowupAnswers.Answer(
                        decision,
                        "Voilà.",
                        today,
                        decision.isAccepted() ? new NextStep("La suite.", today.plusDays(60)) : null));
    }

    private static List<String> figures(Document page, String section, String name) {
        return page.select("section:has(#" + section + ") tr:has(th:matchesWholeOwnText(^" + name + "$)) td")
                .eachText();
    }

    private Contract contract(TestTown.Coordinator team) {
        return town.bean(Contracts.class).find(team.contract()).orElseThrow();
    }
}
