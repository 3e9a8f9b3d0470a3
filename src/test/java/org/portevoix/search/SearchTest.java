package org.portevoix.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.TestTown.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.flag.Flags;

/** The team finds what residents wrote by its words, in every script of the site, and nothing that is gone or masked. */
class SearchTest {

    private final TestTown town = TestTown.open();

    /** By language: what is written, then what is looked for and must find it. */
    private static final Map<String, List<String>> SAID = new LinkedHashMap<>();

    static {
        SAID.put(
                "fr",
                List.of("L’accueil de l’hôpital Avicenne est fermé le soir", "hopital", "HÔPITAL avic", "accueil"));
        SAID.put("en", List.of("The Waiting-room is too cold in winter", "waiting room", "WINT", "cold too"));
        SAID.put("es", List.of("Necesitamos más árboles y bancos en la plaza", "arboles", "mas plaza", "ÁRB"));
        SAID.put("pt", List.of("As informações não chegam às mães", "informacoes", "nao maes", "mãe"));
        SAID.put("ro", List.of("Aș dori mai multă umbră în stația de autobuz", "umbra", "statia autob", "AȘ DORI"));
        SAID.put("tr", List.of("Işıklar gece yanmıyor, İSTASYON karanlık", "isiklar", "istasyon", "karanlik yanmi"));
        SAID.put("ru", List.of("Очередь в регистратуру слишком длинная, ещё и холодно", "очередь", "еще", "РЕГИСТРАТ"));
        SAID.put("uk", List.of("П’ятниця незручна: їдальня зачинена", "їдальня", "п'ятниця", "ЗАЧИН"));
        SAID.put(
                "ar",
                List.of(
                        "نُريدُ مِياهَ الشُّربِ في الحَديقة والمدرسةِ وأطباءً أكثر",
                        "مياه",
                        "الشرب حديق",
                        "اطباء",
                        "مدرسة"));
        SAID.put("zh", List.of("希望社区医院周末也能看牙医", "医院", "社区医院", "牙医 周末", "牙"));
        SAID.put("ta", List.of("பேருந்து நிறுத்தத்தில் நிழல் வேண்டும்", "நிழல்", "பேருந்து வேண்", "நிறுத்த"));
        SAID.put("bn", List.of("হাসপাতালে মহিলা ডাক্তার দরকার", "মহিলা", "ডাক্তার হাসপা", "দরকার"));
    }

    @Test
    void opinionsInTheTwelveLanguagesAreFoundByTheirWordsAllOfThemTheLastAsItBegins() {
        String contract = town.smallTown("mots-langues");
        TestTown.Coordinator team = town.coordinator(contract);
        Map<String, Long> ids = new LinkedHashMap<>();
        SAID.forEach((lang, said) -> ids.put(lang, opinion(contract, lang, said.getFirst())));
        SAID.forEach((lang, said) -> said.stream()
                .skip(1)
                .forEach(words -> assertEquals(List.of(ids.get(lang)), found(team, "", words), lang + ": " + words)));
        assertEquals(List.of(), found(team, "", "hopital hiver"), "all of the words");
        assertEquals(List.of(), found(team, "", "hopi avicenne"), "the last alone may be begun");
        assertEquals(List.of(), found(team, "", "% _ '\""), "no word at all");
        assertEquals(12, found(team, "", " ").size());
        Document narrowed = team.desk().page("/equipe/" + contract + "/avis?langue=fr&mots=" + coded("hôpital"));
        assertEquals("hôpital", narrowed.select("input[name=mots]").attr("value"));
        assertEquals(
                "fr", narrowed.select("select[name=langue] option[selected]").attr("value"));
    }

    @Test
    void wordsThatAreCorrectedMaskedOrTakenBackAreFoundNoLonger() {
        String contract = town.smallTown("mots-partis");
        TestTown.Coordinator team = town.coordinator(contract);
        String code =
                town.give("fr", contract, "avis", Map.of("q-pourquoi", "Les zébulons tombent", "may_show", "yes"));
        long corrected = idOf("Les zébulons tombent");
        look(corrected);
        assertEquals(List.of(corrected), found(team, "", "zebulons"));
        town.visitor()
                .post("/fr/suivi/" + code + "/correction", Map.of("q-pourquoi", "Les girouettes", "may_show", "yes"));
        assertEquals(0, rowsOf(corrected), "gone with the correction itself");
        look(corrected);
        assertEquals(List.of(), found(team, "", "zebulons"));
        assertEquals(List.of(corrected), found(team, "", "girouettes"));
        town.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
        assertEquals(0, rowsOf(corrected));

        long masked = opinion(contract, "fr", "Je crois que Zacharie dort au parc");
        assertEquals(List.of(masked), found(team, "", "zacharie"));
        Document page = team.desk().page("/equipe/" + contract + "/avis/" + masked);
        String piece = page.select("label.cut").stream()
                .filter(label -> label.text().contains("Zacharie"))
                .findFirst()
                .orElseThrow()
                .select("input")
                .attr("value");
        assertEquals(
                303,
                team.decide(masked, Map.of("decision", "mask", "reason", "NAMES_SOMEONE", "hide", piece, "end", "1"))
                        .status());
        assertEquals(0, rowsOf(masked), "gone with the decision itself");
        look(masked);
        assertEquals(List.of(), found(team, "/decides", "zacharie"));
        assertEquals(List.of(masked), found(team, "/decides", "dort parc"));
    }

    @Test
    void decidedOpinionsAreFoundTheSameWayAndAFilterIsKeptForOneselfOrForAll() {
        String contract = town.smallTown("mots-gardes");
        TestTown.Coordinator team = town.coordinator(contract);
        TestTown.Coordinator other = town.coordinator(contract, "Samira");
        long bench = opinion(contract, "fr", "Des bancs sous les tilleuls");
        long light = opinion(contract, "fr", "Des lampes rue des Tilleuls");
        assertEquals(List.of(bench, light), found(team, "", "tilleuls"));
        team.publish(bench);
        assertEquals(List.of(light), found(team, "", "tilleuls"));
        assertEquals(List.of(bench), found(team, "/decides", "tilleuls"));
        assertEquals(List.of(), found(team, "/decides", "lampes"));

        String csrf = team.desk()
                .page("/equipe/" + contract + "/avis")
                .select("input[name=csrf]")
                .attr("value");
        String address = "/equipe/" + contract + "/avis/filtres";
        TestVisitor.Answer nameless =
                team.desk().post(address, Map.of("csrf", csrf, "list", "QUEUE", "query", "mots=tilleuls", "name", " "));
        assertEquals(422, nameless.status());
        assertEquals(
                "mots=tilleuls",
                nameless.page().select("form input[name=query]").attr("value"));
        assertEquals(
                422,
                team.desk()
                        .post(address, Map.of("csrf", csrf, "list", "QUEUE", "query", "x=1", "name", "Rien"))
                        .status());
        TestVisitor.Answer own = team.desk()
                .post(
                        address,
                        Map.of("csrf", csrf, "list", "QUEUE", "query", "mots=tilleuls", "name", "<b>Tilleuls</b>"));
        assertEquals("/equipe/" + contract + "/avis?mots=tilleuls", own.location());
        team.desk()
                .post(
                        address,
                        Map.of("csrf", csrf, "list", "QUEUE", "query", "langue=ar", "name", "En arabe", "shared", "1"));
        assertEquals(List.of("<b>Tilleuls</b>", "En arabe"), names(team));
        assertEquals(List.of("En arabe"), names(other));
        assertEquals(
                List.of(),
                team.desk()
                        .page("/equipe/" + contract + "/avis/decides")
                        .select(".kept")
                        .eachText());
        String shared =
                rows("SELECT id FROM saved_filter WHERE name = 'En arabe'").getFirst();
        String mine =
                rows("SELECT id FROM saved_filter WHERE name LIKE '%Tilleuls%'").getFirst();
        String theirs = other.desk()
                .page("/equipe/" + contract + "/avis")
                .select("input[name=csrf]")
                .attr("value");
        assertEquals(
                404,
                other.desk()
                        .post(address + "/" + mine + "/retrait", Map.of("csrf", theirs))
                        .status());
        assertEquals(
                303,
                other.desk()
                        .post(address + "/" + shared + "/retrait", Map.of("csrf", theirs))
                        .status());
        assertEquals(List.of("<b>Tilleuls</b>"), names(team));
    }

    private static List<String> names(TestTown.Coordinator team) {
        return team.desk()
                .page("/equipe/" + team.contract() + "/avis")
                .select(".kept a")
                .eachText();
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

    private static int rowsOf(long id) {
        return rows("SELECT word FROM opinion_word WHERE opinion_id = ?", id).size();
    }

    private static List<Long> found(TestTown.Coordinator team, String list, String words) {
        TestVisitor.Answer answer =
                team.desk().get("/equipe/" + team.contract() + "/avis" + list + "?mots=" + coded(words));
        assertTrue(answer.status() == 200, () -> words + ": " + answer.status());
        return answer.page().select("article").stream()
                .map(card -> Long.parseLong(card.attr("aria-labelledby").substring("opinion-".length())))
                .toList();
    }

    private static String coded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
