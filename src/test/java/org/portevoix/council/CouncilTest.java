package org.portevoix.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.account.Accounts;
import org.portevoix.account.Role;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.receipt.Said;

/** A neighbourhood council: what it may do, what counts, what residents read of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilTest {
    private static final String TOWN = "ville-des-conseils";
    private static final String OWN = "conseil-citoyen-courtillieres";
    private static final String OTHER = "cafe-des-vignes";
    private static final String PASSWORD = "quatre mots sans rapport";

    private final TestTown town = TestTown.open();
    private final String base = "/equipe/" + TOWN + "/conseils/" + OWN;
    private TestTown.Coordinator team;
    private TestVisitor member;

    @BeforeAll
    void openTheCouncils() {
        town.sample(TOWN);
        team = town.coordinator(TOWN);
        member = member(OWN, "membre@" + TOWN + ".example");
    }

    @Test
    void headsAreCountedOnceAndCountedAnewTheyReplaceTheOld() {
        send(member, base + "/comptage", base + "/comptage", heads("WORKING", "7", "2"));
        assertEquals(List.of("CONTRIBUTOR 9"), participations("HEAD_COUNT"));
        assertEquals(1, count("SESSION_HELD"));
        send(member, base + "/comptage", base + "/comptage", heads("WORKING", "6", "2"));
        assertEquals(List.of("CONTRIBUTOR 8"), participations("HEAD_COUNT"));
        assertEquals(1, count("SESSION_HELD"));
        assertEquals(
                List.of("courtillieres 6", "inconnu 2"),
                TestTown.rows("""
                        SELECT home, SUM(count) FROM ledger_line
                        WHERE contract_id = ? AND act = 'HEAD_COUNT' AND council_id IS NOT NULL AND place = 'courtillieres'
                        GROUP BY home HAVING SUM(count) <> 0 ORDER BY home
                        """, contract().id()));
        assertEquals(1, count("SESSION_HELD AND held_from IS NOT NULL"));
    }

    @Test
    void aFormOpenedBeforeSomebodyElseCountedChangesNothing() {
        String council = "conseil-compte";
        createCouncil("Conseil compte", council);
        TestVisitor one = member(council, "compte@" + TOWN + ".example");
        String address = "/equipe/" + TOWN + "/conseils/" + council + "/comptage";
        Map<String, String> late = new TreeMap<>(heads("OPEN", "3", ""));
        late.putAll(hidden(one.page(address)));
        send(one, address, address, heads("OPEN", "5", ""));
        TestVisitor.Answer answer = one.post(address, late);
        assertEquals(409, answer.status());
        assertEquals("5", answer.page().select("#field-home-courtillieres").attr("value"));
        assertEquals(List.of("5"), TestTown.rows("""
                        SELECT SUM(l.count) FROM ledger_line l JOIN council c ON c.id = l.council_id
                        WHERE c.slug = ? AND l.act = 'HEAD_COUNT'
                        """, council));
    }

    @Test
    void aCountOfNobodyOrOfTomorrowIsRefusedWithEveryNumberKept() {
        Map<String, String> typed = new TreeMap<>(heads("OPEN", "", ""));
        typed.put("home-autre-ville", "deux");
        typed.put("day", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(2).toString());
        typed.putAll(hidden(member.page(base + "/comptage")));
        TestVisitor.Answer answer = member.post(base + "/comptage", typed);
        assertEquals(422, answer.status());
        assertEquals("deux", answer.page().select("#field-home-autre-ville").attr("value"));
        assertEquals(2, answer.page().select(".errors a").size());
    }

    @Test
    void aRemarkCountsNobodyAndIsPublicOnlyOnceTheTeamHasReadIt() {
        long before = participations();
        for (String words :
                List.of("Il manque un banc devant la PMI.", "Le bus 134 est trop rare.", "Vive le marché !")) {
            send(member, base + "/remarque", base + "/remarque", Map.of("words", words, "language", "fr"));
        }
        assertEquals(before, participations());
        assertFalse(anybodyReads("banc devant la PMI"));
        Document queue = team.desk().page("/equipe/" + TOWN + "/conseils-a-lire");
        decideRemark(queue, "banc devant la PMI", Map.of("decision", "publish"));
        decideRemark(queue, "bus 134", Map.of("decision", "refuse", "reason", "OFF_TOPIC"));
        decideRemark(queue, "Vive le marché", Map.of("decision", "pass_on", "passed_to", "le service des marchés"));
        assertTrue(anybodyReads("banc devant la PMI"));
        assertFalse(anybodyReads("bus 134"));
        assertFalse(anybodyReads("Vive le marché"));
        String own = member.page(base).text();
        assertTrue(own.contains("le service des marchés") && own.contains("pas affichée"), own);
    }

    @Test
    void somebodyInDangerInWhatACouncilTypesIsToldAtOnceAndWhoTypedItSeesWhomToCall() {
        String told = "SELECT COUNT(*) FROM letter WHERE kind = 'distress' AND contract_id = ?";
        assertEquals(List.of("0"), TestTown.rows(told, contract().id()));
        String done = base + "/remarque?fait=remarque";
        send(
                member,
                base + "/remarque",
                base + "/remarque",
                Map.of("words", "Un banc, s’il vous plaît.", "language", "fr"));
        assertEquals(List.of(), numbers(member.page(done)));
        send(
                member,
                base + "/remarque",
                base + "/remarque",
                Map.of("words", "Une dame a dit : je veux mourir.", "language", "fr"));
        assertEquals(List.of("1"), TestTown.rows(told, contract().id()));
        assertEquals("tel:3114", numbers(member.page(done)).getFirst());
        assertFalse(member.page(done).select(".danger").text().contains("reçu est plus bas"));
        assertEquals(List.of(), numbers(member.page(base + "/remarque")), "only after what was just entered");
        Map<String, String> all = new TreeMap<>(hidden(member.page(base + "/avis")));
        all.putAll(Map.of("title", "Urgent", "words", "Mon mari me frappe quand il a bu, dit une habitante."));
        TestVisitor.Answer sent = member.post(base + "/avis", all);
        assertEquals(303, sent.status());
        assertEquals(List.of("2"), TestTown.rows(told, contract().id()));
        assertTrue(numbers(member.page(sent.location())).contains("tel:3919"));
        String code = sent.location().substring(sent.location().indexOf("code=") + 5);
        Document receipt = town.visitor().page("/ar/suivi/" + code);
        assertTrue(numbers(receipt).contains("tel:3919"));
        assertTrue(receipt.select(".danger").text().contains("إيصالكم في الأسفل"));
        town.visitor().post("/fr/suivi/" + code + "/retrait", "");
        assertEquals(List.of(), numbers(town.visitor().page("/ar/suivi/" + code)));
        send(
                member,
                base + "/proposition",
                base + "/proposition",
                Map.of(
                        "kind",
                        "EVENT",
                        "title",
                        "Un groupe",
                        "what",
                        "Parler",
                        "why",
                        "Une voisine veut se suicider."));
        assertEquals(List.of("3"), TestTown.rows(told, contract().id()));
        assertEquals(
                "tel:3114", numbers(member.page(base + "?fait=proposition")).getFirst());
        assertEquals(List.of(), numbers(member.page(base)));
    }

    private static List<String> numbers(Document page) {
        return page.select(".danger a[href^=tel:]").eachAttr("href");
    }

    @Test
    void aFormalOpinionIsOneContributionWithADayThatStays() {
        long before = participations();
        Map<String, String> form = Map.of(
                "about",
                "ACTION plomb-inconnu",
                "title",
                "Un médecin le soir",
                "words",
                "Nous demandons un médecin après 19 h.");
        Document blank = member.page(base + "/avis");
        Map<String, String> all = new TreeMap<>(form);
        all.putAll(hidden(blank));
        TestVisitor.Answer sent = member.post(base + "/avis", all);
        TestVisitor.Answer twice = member.post(base + "/avis", all);
        assertEquals(303, sent.status(), sent.text());
        assertEquals(sent.location(), twice.location());
        assertEquals(before + 1, participations());
        assertEquals(List.of("CONSULTED 1"), participations("FORMAL_OPINION"));
        String day = TestTown.rows("SELECT answer_by FROM formal_opinion WHERE title = 'Un médecin le soir'")
                .getFirst();
        LocalDate meeting = LocalDate.parse(TestTown.rows("""
                SELECT m.day FROM body_meeting m JOIN body b ON b.id = m.body_id
                WHERE b.contract_id = ? AND b.kind = 'STEERING'
                """, contract().id()).getFirst());
        assertEquals(meeting.plusDays(30), LocalDate.parse(day), "the committee's next meeting, and 30 days");
        assertTrue(
                member.page(sent.location()).select(".promised strong").text().matches(".*20[0-9]{2}"));
        String code = sent.location().substring(sent.location().indexOf("code=") + 5);
        assertTrue(town.visitor().page("/ar/suivi/" + code).text().contains("Nous demandons un médecin après 19 h."));
        assertEquals(
                1,
                TestTown.rows("SELECT 1 FROM letter WHERE kind = 'formal_opinion' AND letter_key LIKE 'formal-opinion/"
                                + id(sent) + "/%'")
                        .size());

        assertFalse(anybodyReads("médecin après 19 h"));
        Map<String, String> publish = new TreeMap<>(hidden(team.desk().page("/equipe/" + TOWN + "/conseils-a-lire")));
        publish.put("decision", "publish");
        assertEquals(
                303,
                team.desk()
                        .post("/equipe/" + TOWN + "/conseils-a-lire/avis/" + id(sent), publish)
                        .status());
        assertTrue(anybodyReads("médecin après 19 h"));

        Said said = town.bean(FormalOpinionsSaid.class);
        assertEquals(id(sent), said.latest(contract().id(), 5).getFirst().id());
        TestVisitor anybody = town.visitor();
        assertEquals(303, anybody.post("/fr/suivi/" + code + "/retrait", "").status());
        anybody.post("/fr/suivi/" + code + "/retrait", "");
        assertEquals(before, participations());
        assertFalse(anybodyReads("médecin après 19 h"));
        assertTrue(said.find(contract().id(), id(sent)).isEmpty());
        assertEquals(
                List.of("DROPPED"),
                TestTown.rows("SELECT state FROM letter WHERE letter_key LIKE 'formal-opinion/" + id(sent) + "/%'"));
    }

    @Test
    void theMembersOfAnotherCouncilFindNothingAtAnyOfItsAddresses() {
        TestVisitor stranger = member(OTHER, "voisin@" + TOWN + ".example");
        Document form = stranger.page("/equipe/" + TOWN + "/conseils/" + OTHER + "/remarque");
        for (String end : List.of(
                "", "/comptage", "/comptage?reunion=1", "/remarque", "/avis", "/avis/1", "/proposition", "/reunion")) {
            assertEquals(404, stranger.get(base + end).status(), end);
        }
        for (String end : List.of("/comptage", "/remarque", "/avis", "/proposition", "/reunion")) {
            assertEquals(404, stranger.post(base + end, hidden(form)).status(), end);
        }
        assertEquals(403, team.desk().get(base).status(), "a council speaks for itself");
        for (String end : List.of("conseils", "conseils-a-lire", "conseils-fiches/" + OWN)) {
            assertEquals(403, member.get("/equipe/" + TOWN + "/" + end).status(), end);
        }
        assertEquals(base, member.get("/equipe/" + TOWN + "/mon-conseil").location());
    }

    @Test
    void whatACouncilProposesIsAcceptedOrRefusedWithItsReason() {
        Map<String, String> form = Map.of(
                "kind", "EVENT",
                "title", "Marche du dimanche",
                "what", "Une marche en famille",
                "when", "au printemps",
                "where", "parc de la Bergère",
                "why", "On s’ennuie");
        send(member, base + "/proposition", base + "/proposition", form);
        Document queue = team.desk().page("/equipe/" + TOWN + "/conseils-a-lire");
        String action = queue.select("form[action*=/propositions/]").attr("action");
        Map<String, String> refuse = new TreeMap<>(hidden(queue));
        refuse.put("decision", "refuse");
        assertEquals(422, team.desk().post(action, refuse).status(), "a refusal says why");
        refuse.put("decision", "accept");
        assertEquals(303, team.desk().post(action, refuse).status());
        String made = team.desk()
                .page("/equipe/" + TOWN + "/conseils-a-lire")
                .select("a:contains(Marche du dimanche)")
                .attr("href");
        assertTrue(team.desk().page(made).html().contains("Marche du dimanche"), made);
        assertTrue(member.page(base).text().contains("acceptée"));
    }

    @Test
    void aMeetingIsAnnouncedOnceTheTeamHasReadOfIt() {
        String day = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(20).toString();
        send(
                member,
                base + "/reunion",
                base + "/reunion",
                Map.of("day", day, "from", "18:30", "place", "Salle des mille pas", "child_care", "yes"));
        assertFalse(anybodyReads("Salle des mille pas"));
        Document queue = team.desk().page("/equipe/" + TOWN + "/conseils-a-lire");
        Map<String, String> publish = new TreeMap<>(hidden(queue));
        publish.put("decision", "publish");
        assertEquals(
                303,
                team.desk()
                        .post(queue.select("form[action*=/reunions/]").attr("action"), publish)
                        .status());
        assertTrue(anybodyReads("Salle des mille pas"));
    }

    @Test
    void theTeamMakesACouncilAndLetsItsMembersInAndOut() {
        createCouncil("Conseil du Château d’Eau", "conseil-du-chateau-d-eau");
        String sheet = "/equipe/" + TOWN + "/conseils-fiches/conseil-du-chateau-d-eau";
        Map<String, String> invited = new TreeMap<>(hidden(team.desk().page(sheet)));
        invited.putAll(Map.of("member", "Nadia", "email", "nadia@" + TOWN + ".example"));
        assertEquals(303, team.desk().post(sheet + "/membres", invited).status());
        assertTrue(team.desk().page(sheet).text().contains("Nadia"));
        assertEquals(
                1,
                TestTown.rows(
                                "SELECT 1 FROM letter WHERE kind = 'council_invitation' AND contract_id = ?",
                                contract().id())
                        .size());
        TestVisitor nadia = member("conseil-du-chateau-d-eau", "nadia@" + TOWN + ".example");
        assertEquals(
                200,
                nadia.get("/equipe/" + TOWN + "/conseils/conseil-du-chateau-d-eau")
                        .status());
        String out = team.desk().page(sheet).select("form[action$=/retrait]").attr("action");
        assertEquals(303, team.desk().post(out, hidden(team.desk().page(sheet))).status());
        assertEquals(
                404,
                nadia.get("/equipe/" + TOWN + "/conseils/conseil-du-chateau-d-eau")
                        .status());
    }

    @Test
    void residentsReadOfTheCouncilsInTheirLanguage() {
        Document arabic = town.visitor().page("/ar/" + TOWN + "/conseils/" + OWN);
        assertEquals("مجلس مواطني لي كورتيير (مثال)", arabic.select("h1").text());
        assertTrue(arabic.select("a[href=tel:0199009320]").size() == 1, arabic.text());
        assertEquals(
                2,
                town.visitor().page("/fr/" + TOWN + "/conseils").select("li.card a[href*=" + TOWN + "]").stream()
                        .filter(link -> link.attr("href").endsWith(OWN)
                                || link.attr("href").endsWith(OTHER))
                        .count());
    }

    private TestVisitor member(String council, String email) {
        Accounts accounts = town.bean(Accounts.class);
        String token = accounts.create(
                        email, "Membre " + council, Role.COUNCIL, contract().id())
                .or(() -> accounts.resetPassword(email))
                .orElseThrow();
        TestVisitor visitor = town.visitor();
        visitor.post("/equipe/mot-de-passe/" + token, Map.of("password", PASSWORD, "password-again", PASSWORD));
        CouncilRepository councils = town.bean(CouncilRepository.class);
        councils.addMember(
                councils.find(contract().id(), council).orElseThrow().key(),
                accounts.findId(email).orElseThrow(),
                town.clock().instant());
        TestVisitor.Answer entered = visitor.post("/equipe/connexion", Map.of("email", email, "password", PASSWORD));
        assertEquals(303, entered.status(), entered.text());
        return visitor;
    }

    private void createCouncil(String name, String slug) {
        Map<String, String> form = new TreeMap<>(hidden(team.desk().page("/equipe/" + TOWN + "/conseils")));
        form.putAll(Map.of("kind", "CITIZENS", "name-fr", name, "neighbourhood", "courtillieres"));
        TestVisitor.Answer made = team.desk().post("/equipe/" + TOWN + "/conseils", form);
        assertEquals("/equipe/" + TOWN + "/conseils-fiches/" + slug + "?fait=cree", made.location());
    }

    private static Map<String, String> heads(String kind, String own, String unknown) {
        return Map.of(
                "day",
                LocalDate.now(ZoneId.of("Europe/Paris")).toString(),
                "from",
                "19:00",
                "place",
                "Maison de quartier",
                "kind",
                kind,
                "home-courtillieres",
                own,
                "home-inconnu",
                unknown);
    }

    private static void send(TestVisitor who, String page, String address, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putAll(hidden(who.page(page)));
        TestVisitor.Answer answer = who.post(address, all);
        assertEquals(303, answer.status(), answer.text());
    }

    /** The hidden fields of the page's own forms, not of the one that signs out. */
    private static Map<String, String> hidden(Document page) {
        Map<String, String> fields = new TreeMap<>();
        page.select("input[type=hidden]").forEach(field -> fields.putIfAbsent(field.attr("name"), field.attr("value")));
        fields.remove("decision");
        return fields;
    }

    private void decideRemark(Document queue, String words, Map<String, String> decision) {
        String action = queue.select("article:contains(" + words + ") form").attr("action");
        Map<String, String> all = new TreeMap<>(hidden(queue));
        all.putAll(decision);
        assertEquals(303, team.desk().post(action, all).status(), words);
    }

    private boolean anybodyReads(String words) {
        return town.publicPages(TOWN).values().stream().anyMatch(page -> page.contains(words));
    }

    private static long id(TestVisitor.Answer sent) {
        return Long.parseLong(sent.location().replaceAll(".*/avis/([0-9]+).*", "$1"));
    }

    private Contract contract() {
        return town.bean(Contracts.class).find(TOWN).orElseThrow();
    }

    private long participations() {
        return Long.parseLong(TestTown.rows(
                        "SELECT COALESCE(SUM(count), 0) FROM ledger_line WHERE kind = 'PARTICIPATION' AND act <> 'HEAD_COUNT' AND contract_id = ?",
                        contract().id())
                .getFirst());
    }

    private List<String> participations(String act) {
        return TestTown.rows("""
                SELECT l.level, SUM(l.count) FROM ledger_line l JOIN council c ON c.id = l.council_id
                WHERE l.contract_id = ? AND l.act = ? AND c.slug = ?
                GROUP BY l.level HAVING SUM(l.count) <> 0
                """, contract().id(), act, OWN);
    }

    private long count(String act) {
        return Long.parseLong(TestTown.rows(
                        "SELECT COALESCE(SUM(l.count), 0) FROM ledger_line l JOIN council c ON c.id = l.council_id WHERE c.slug = '"
                                + OWN + "' AND l.contract_id = ? AND l.act = '" + act.replaceFirst(" .*", "") + "'"
                                + (act.contains(" ") ? act.substring(act.indexOf(' ')) : ""),
                        contract().id())
                .getFirst());
    }
}
