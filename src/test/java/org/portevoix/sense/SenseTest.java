package org.portevoix.sense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.flag.Flags;
import org.portevoix.language.MachineTranslator;
import org.portevoix.language.TestTranslator;

/** What residents speak of, as the team sorts it: the words suggest, a person says; across languages, for the team alone. */
class SenseTest {

    private final TestTown town = TestTown.open();

    @Test
    void themesAreSuggestedByTheWordsAndKeptOnlyWhenAPersonSaysSo() {
        String contract = town.smallTown("sens-themes");
        TestTown.Coordinator team = town.coordinator(contract);
        long air = opinion(contract, "fr", "Il y a trop de pollution, je respire mal");
        long lift = opinion(contract, "fr", "Encore un ascenseur bloqué au douzième");
        assertEquals(List.of("+ L’air"), suggested(team, air));
        assertEquals(List.of(), suggested(team, lift));
        assertEquals(List.of(), rows("SELECT theme FROM opinion_theme WHERE opinion_id = ?", air));
        TestVisitor.Answer added = post(team, "/avis/" + air + "/themes", Map.of("add", "air", "file", "langue=fr"));
        assertEquals("/equipe/" + contract + "/avis?langue=fr#opinion-" + air, added.location());
        assertEquals(List.of("air"), rows("SELECT theme FROM opinion_theme WHERE opinion_id = ?", air));
        assertEquals(List.of(), suggested(team, air), "no longer a suggestion");
        post(team, "/avis/" + lift + "/themes", Map.of("add", "invente"));
        assertEquals(List.of(), rows("SELECT theme FROM opinion_theme WHERE opinion_id = ?", lift), "no such theme");

        post(team, "/avis/" + lift + "/themes", Map.of("own", "  Ascenseurs & escaliers "));
        assertEquals(
                List.of("a.ascenseurs-escaliers"), rows("SELECT theme FROM opinion_theme WHERE opinion_id = ?", lift));
        post(team, "/avis/" + air + "/themes", Map.of("theme", "air", "own", "ascenseurs & ESCALIERS"));
        assertEquals(
                List.of("a.ascenseurs-escaliers", "air"),
                rows("SELECT theme FROM opinion_theme WHERE opinion_id = ? ORDER BY theme", air),
                "the same name is the same theme");
        assertEquals(List.of(air, lift), queue(team, "?theme=a.ascenseurs-escaliers"));
        assertEquals(List.of(air), queue(team, "?theme=air&mots=pollu"));
        String counted =
                team.desk().page("/equipe/" + contract + "/questionnaires/avis").text();
        assertTrue(counted.contains("Ascenseurs & escaliers 2 L’air 1"), counted);

        post(team, "/avis/" + air + "/themes", Map.of("theme", "air"));
        post(team, "/avis/" + lift + "/themes", Map.of());
        assertEquals(
                List.of(),
                rows(
                        "SELECT o.slug FROM own_theme o JOIN contract c ON c.id = o.contract_id WHERE c.slug = ?",
                        contract),
                "one of the team's own that nothing is about is no more");
    }

    @Test
    void aThemeIsNotedForSeveralAtOnceAndLearnsTheWordsOfItsOpinions() {
        String contract = town.smallTown("sens-lot");
        TestTown.Coordinator team = town.coordinator(contract);
        long first = opinion(contract, "fr", "Le bus 151 ne passe jamais à Carrefour");
        long second = opinion(contract, "fr", "On attend le 151 pendant une heure à Carrefour");
        long third = opinion(contract, "fr", "Carrefour, arrêt sans abri");
        List<Long> others = List.of(
                opinion(contract, "fr", "Trop de pollution près du canal"),
                opinion(contract, "fr", "Poussière du chantier"),
                opinion(contract, "fr", "Mauvaises odeurs le matin"),
                opinion(contract, "fr", "La fumée des voitures"));
        post(team, "/avis/" + first + "/themes", Map.of("own", "Bus"));
        String boxes = "opinion=" + second + ":0:0&opinion=" + third + ":0:0&opinion=999999999:0:0";
        TestVisitor.Answer done = send(team, "/avis/themes", boxes + "&several_theme=a.bus&file=langue%3Dfr");
        assertEquals("/equipe/" + contract + "/avis?langue=fr&fait=themes&n=2", done.location());
        assertTrue(
                team.desk().page(done.location()).select("[role=status]").text().contains("noté pour 2 avis"));
        others.forEach(id -> post(team, "/avis/" + id + "/themes", Map.of("add", "air")));
        long fresh = opinion(contract, "fr", "À Carrefour il fait noir");
        assertEquals(List.of("+ Bus"), suggested(team, fresh), "a word that three of its opinions have, and no other");
        String code = town.give("fr", contract, "avis", Map.of("q-pourquoi", "Repris", "may_show", "yes"));
        long gone = idOf("Repris");
        post(team, "/avis/" + gone + "/themes", Map.of("add", "air"));
        town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
        assertEquals(List.of(), rows("SELECT theme FROM opinion_theme WHERE opinion_id = ?", gone));
    }

    @Test
    void anOpinionInAnotherLanguageIsReadInFrenchByTheTeamAloneUntilItsWordsChange() {
        String contract = town.smallTown("sens-traduction");
        TestTown.Coordinator team = town.coordinator(contract);
        String code = town.give("ar", contract, "avis", Map.of("q-pourquoi", "الهواء ملوث", "may_show", "yes"));
        long id = idOf("الهواء ملوث");
        look(id);
        String question = rows("SELECT question_id FROM answer WHERE opinion_id = ? AND body IS NOT NULL", id)
                .getFirst();
        String address = "/equipe/" + contract + "/avis/" + id;
        assertFalse(team.desk().page(address).text().contains("Demander un brouillon"), "no machine here");
        post(team, "/avis/" + id + "/traduction", Map.of("french-" + question, "Beaucoup de pollution ici"));
        Element card = team.desk().page(address).expectFirst(".in-french");
        assertTrue(card.text().contains("écrit par une personne de l’équipe"), card.text());
        assertEquals(List.of("+ L’air"), suggested(team, id), "by its words in French");
        assertEquals(303, team.publish(id).status());
        town.publicPages(contract)
                .forEach((path, page) -> assertFalse(page.contains("Beaucoup de pollution ici"), path));

        String second = town.give("ar", contract, "avis", Map.of("q-pourquoi", "ماء", "may_show", "yes"));
        long other = idOf("ماء");
        post(team, "/avis/" + other + "/traduction", Map.of("french-" + question, "De l’eau"));
        town.visitor().post("/ar/suivi/" + second + "/correction", Map.of("q-pourquoi", "خبز", "may_show", "yes"));
        assertEquals(List.of(), rows("SELECT body FROM opinion_translation WHERE opinion_id = ?", other));
        town.visitor().post("/ar/suivi/" + code + "/retrait", Map.of());
        assertEquals(List.of(), rows("SELECT body FROM opinion_translation WHERE opinion_id = ?", id));
        assertEquals(
                404, team.desk().get("/equipe/" + contract + "/regroupements/0").status());
    }

    @Test
    void aMachineOfTheOperatorWritesADraftWhenAPersonAsks() {
        try (TestTranslator machine = new TestTranslator()) {
            TestTown apart = TestTown.apart(
                    Map.of("portevoix.translator.url", machine.address(), "portevoix.translator.opinions", "yes"));
            try {
                String contract = apart.smallTown("sens-machine");
                TestTown.Coordinator team = apart.coordinator(contract);
                apart.give("ar", contract, "avis", Map.of("q-pourquoi", "الشارع مظلم", "may_show", "yes"));
                long id = idOf("الشارع مظلم");
                String address = "/equipe/" + contract + "/avis/" + id;
                assertTrue(machine.asked().isEmpty(), "nothing is sent unasked");
                assertTrue(team.desk().page(address).text().contains("Demander un brouillon"));
                assertEquals(
                        address + "?fait=traduction",
                        post(team, "/avis/" + id + "/traduction/brouillon", Map.of())
                                .location());
                assertEquals("الشارع مظلم", machine.asked().getFirst().path("q").asString(""));
                assertEquals("ar", machine.asked().getFirst().path("source").asString(""));
                Document page = team.desk().page(address);
                assertTrue(page.expectFirst(".in-french").text().contains("brouillon d’une machine, à vérifier"));
                assertEquals("fr: الشارع مظلم", page.select(".in-french .words").text());
                String question = page.select("textarea[name^=french-]").attr("name");
                post(team, "/avis/" + id + "/traduction", Map.of(question, "fr: الشارع مظلم"));
                assertEquals(List.of("MACHINE"), origin(id), "sent as it was, it is still the machine's");
                post(team, "/avis/" + id + "/traduction", Map.of(question, "La rue est sombre"));
                assertEquals(List.of("HUMAN"), origin(id));
                post(team, "/avis/" + id + "/traduction/brouillon", Map.of());
                assertEquals(1, machine.asked().size(), "what a person wrote is asked of no machine");
                machine.answers((question2, exchange) -> TestTranslator.send(exchange, 500, ""));
                post(team, "/avis/" + id + "/traduction", Map.of(question, ""));
                assertEquals(
                        address + "?fait=sans-traduction",
                        post(team, "/avis/" + id + "/traduction/brouillon", Map.of())
                                .location());
                OpinionTranslations unallowed = new OpinionTranslations(
                        apart.bean(TranslationRows.class),
                        apart.bean(MachineTranslator.class),
                        "",
                        () -> apart.bean(Groups.class),
                        apart.clock());
                int asked = machine.asked().size();
                assertEquals(
                        0,
                        unallowed.draft(
                                apart.bean(OpinionReading.class).find(id).orElseThrow(), "ar", 1));
                assertEquals(asked, machine.asked().size(), "nothing is sent unless the operator said yes");
                assertTrue(unallowed.hasMachineUnallowed());
            } finally {
                apart.close();
            }
        }
    }

    @Test
    void alikeOpinionsAreSuggestedAcrossLanguagesAndAPersonMakesTheGroup() {
        String contract = town.smallTown("sens-groupes");
        TestTown.Coordinator team = town.coordinator(contract);
        long one = opinion(contract, "fr", "Le guichet de la mairie ferme trop tôt le soir");
        long two = opinion(contract, "fr", "Il faudrait un guichet ouvert tard le soir à la mairie");
        long arabic = opinion(contract, "ar", "مكتب البلدية يغلق مبكرا");
        long park = opinion(contract, "fr", "Des bancs à l’ombre dans le parc");
        long bench = opinion(contract, "fr", "Le parc a besoin de bancs");
        long alone = opinion(contract, "fr", "Merci pour la fête de la musique");
        String question = rows("SELECT question_id FROM answer WHERE opinion_id = ? AND body IS NOT NULL", arabic)
                .getFirst();
        String base = "/equipe/" + contract + "/regroupements";
        assertEquals(List.of(List.of(park, bench), List.of(one, two)), suggestedGroups(team), "the latest first");
        post(
                team,
                "/avis/" + arabic + "/traduction",
                Map.of("french-" + question, "Le guichet de la mairie ferme tôt"));
        assertEquals(List.of(List.of(one, two, arabic), List.of(park, bench)), suggestedGroups(team));
        String why = team.desk().page(base).expectFirst("form.card mark").text();
        assertTrue(List.of("guichet", "mairi", "soir", "ferm").contains(why), why);

        String made = send(
                        team, "/regroupements", "opinion=" + one + "&opinion=" + arabic + ":0:0&name=Guichet+le+soir")
                .location();
        Document group = team.desk().page(made);
        assertEquals("Guichet le soir", group.expectFirst("h1").text());
        assertTrue(group.text().contains("2 avis · Langues : français (1), arabe (1)"), group.text());
        assertTrue(group.text().contains("Reçus par : site (2)") || group.text().contains("(2)"), group.text());
        String path = made.replaceAll("\\?.*", "").substring(("/equipe/" + contract).length());
        assertEquals(
                List.of(String.valueOf(two)),
                group.select("#like ~ form input[name=opinion]").eachAttr("value"),
                "the other one that may say the same");
        assertEquals(422, send(team, path + "/avis", "").status());
        send(team, path + "/avis", "opinion=" + two);
        assertEquals(List.of(one, two, arabic), members(made));
        String link = team.desk().page(made).select("a.button").attr("href");
        List<String> ticked =
                team.desk().page(link).select("input[name=gathered][checked]").eachAttr("value");
        assertEquals(
                new HashSet<>(List.of("OPINION:" + one, "OPINION:" + two, "OPINION:" + arabic)), new HashSet<>(ticked));

        String other = send(team, "/regroupements", "opinion=" + alone + "&opinion=" + park)
                .location();
        String otherPath = other.replaceAll("\\?.*", "").substring(("/equipe/" + contract).length());
        assertEquals(422, send(team, otherPath, "name=+").status());
        send(team, otherPath, "name=Le+parc");
        send(team, otherPath + "/retraits", "opinion=" + alone);
        assertEquals(List.of(park), members(other));
        String into = path.substring(path.lastIndexOf('/') + 1);
        assertEquals(made, send(team, otherPath + "/fusion", "group=" + into).location());
        assertEquals(List.of(one, two, arabic, park), members(made));
        assertEquals(404, team.desk().get(other).status());
        send(team, path + "/dissolution", "");
        assertEquals(404, team.desk().get(made).status());
        assertEquals(6, queue(team, "").size(), "the opinions stay");

        town.smallTown("sens-ailleurs");
        long elsewhere = opinion("sens-ailleurs", "fr", "Un avis d’une autre ville");
        String mixed = send(team, "/regroupements", "opinion=" + elsewhere + "&opinion=" + one)
                .location();
        assertEquals(List.of(one), members(mixed), "none of another contract");
    }

    @Test
    void theTextsThatShareSeldomWordsAreAlike() {
        Map<Long, List<String>> said = new LinkedHashMap<>();
        List<String> texts = List.of(
                "Je veux des cours de français le soir",
                "Il manque des cours de français pour les mamans",
                "Les rues sont sales, il y a des rats",
                "Des rats et des poubelles dans les rues",
                "Je veux un dentiste près d’ici",
                "我希望医院周末开门",
                "医院周末也要开门");
        for (int i = 0; i < texts.size(); i++) {
            said.put((long) i, French.stems(texts.get(i)));
        }
        List<Alike.Found> groups = new Alike(said).groups(said.keySet());
        assertEquals(
                new HashSet<>(List.of(List.of(0L, 1L), List.of(2L, 3L), List.of(5L, 6L))),
                new HashSet<>(groups.stream().map(Alike.Found::ids).toList()));
    }

    private static List<List<Long>> suggestedGroups(TestTown.Coordinator team) {
        return team.desk().page("/equipe/" + team.contract() + "/regroupements").select("form.card").stream()
                .map(form -> form.select("input[name=opinion]").eachAttr("value").stream()
                        .map(Long::valueOf)
                        .sorted()
                        .toList())
                .toList();
    }

    private static List<Long> members(String address) {
        return rows(
                        "SELECT opinion_id FROM opinion_group_member WHERE group_id = ? ORDER BY opinion_id",
                        address.replaceAll("\\?.*", "").replaceAll(".*/", ""))
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<String> origin(long id) {
        return rows("SELECT origin FROM opinion_translation WHERE opinion_id = ?", id);
    }

    private static List<String> suggested(TestTown.Coordinator team, long id) {
        return team
                .desk()
                .page("/equipe/" + team.contract() + "/avis")
                .select("article[aria-labelledby=opinion-" + id + "] button[name=add]")
                .stream()
                .map(Element::ownText)
                .toList();
    }

    private static List<Long> queue(TestTown.Coordinator team, String query) {
        return team.desk().page("/equipe/" + team.contract() + "/avis" + query).select("article").stream()
                .map(card -> Long.parseLong(card.attr("aria-labelledby").substring("opinion-".length())))
                .toList();
    }

    private static TestVisitor.Answer post(TestTown.Coordinator team, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", csrf(team));
        TestVisitor.Answer answer = team.desk().post("/equipe/" + team.contract() + path, all);
        assertEquals(303, answer.status(), answer::text);
        return answer;
    }

    private static TestVisitor.Answer send(TestTown.Coordinator team, String path, String fields) {
        return team.desk().post("/equipe/" + team.contract() + path, "csrf=" + csrf(team) + "&" + fields);
    }

    private static String csrf(TestTown.Coordinator team) {
        return team.desk().page("/equipe/sessions").select("input[name=csrf]").attr("value");
    }

    private long opinion(String contract, String lang, String words) {
        town.give(lang, contract, "avis", Map.of("q-pourquoi", words, "may_show", "yes"));
        long id = idOf(words);
        look(id);
        return id;
    }

    private void look(long id) {
        town.bean(Flags.class).of(id);
    }

    private static long idOf(String words) {
        return Long.parseLong(
                rows("SELECT MAX(opinion_id) FROM answer WHERE body = ?", words).getFirst());
    }
}
