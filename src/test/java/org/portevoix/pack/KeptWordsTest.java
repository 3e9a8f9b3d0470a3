package org.portevoix.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.participation.CountedLedger;

/** What is frozen for ever holds no words that somebody may take back, no small group, and no figure of the moment. */
class KeptWordsTest {
    private static final TestTown TOWN = TestTown.open();
    private static final String CONTRACT = "ville-des-paroles-gardees";
    private static final String DESK = "/equipe/" + CONTRACT + "/dossier";
    private static final String QUESTIONNAIRE = "sante-dans-ma-ville";
    private static final String COUNCIL = "conseil-citoyen-courtillieres";

    private static Coordinator team = new Coordinator(TOWN.visitor(), CONTRACT, "");
    private static long contractId;

    @BeforeAll
    static void open() {
        TOWN.sample(CONTRACT);
        team = TOWN.coordinator(CONTRACT);
        contractId = id("SELECT id FROM contract WHERE slug = ?", CONTRACT);
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', 'OPINION', 'CONSULTED', 'WEB', 40)
                """, contractId);
        CountedLedger.renew(TOWN, contractId);
    }

    @Test
    void whatACouncilTakesBackIsInNoFrozenPack() throws IOException {
        long council = id("SELECT id FROM council WHERE contract_id = ? AND slug = ?", contractId, COUNCIL);
        TestVisitor member = TOWN.member(CONTRACT, Role.COUNCIL);
        TestTown.update(
                "INSERT INTO council_member (council_id, account_id, joined_at) SELECT ?, id, NOW() FROM account"
                        + " WHERE email = ?",
                council,
                "council@" + CONTRACT + ".example");
        String address = "/equipe/" + CONTRACT + "/conseils/" + COUNCIL + "/avis";
        Map<String, String> form = hidden(member.page(address));
        form.putAll(
                Map.of("about", "ACTION plomb-inconnu", "title", "Madame Zouaoui au 3 bis", "words", "Elle a froid."));
        TestVisitor.Answer sent = member.post(address, form);
        assertEquals(303, sent.status(), sent.text());
        TestTown.update("""
                UPDATE formal_opinion SET sent_on = '2026-01-10', answer_by = '2026-03-11', state = 'PUBLISHED'
                WHERE contract_id = ?
                """, contractId);
        TestTown.update("""
                INSERT INTO council_proposal (council_id, kind, title, what, held, place, why, entered_by, entered_at,
                    form_key)
                SELECT ?, 'EVENT', 'Une fête chez Monsieur Kaboré', 'Une fête', '', '', '', MIN(id), '2026-02-01', MD5(?)
                FROM account
                """, council, CONTRACT);
        String screen =
                team.desk().page("/equipe/" + CONTRACT + "/rapport/reponses").text();
        assertTrue(screen.contains("Madame Zouaoui au 3 bis") && screen.contains("Monsieur Kaboré"), screen);

        Map<String, String> kept = all(freeze(""));
        String code = sent.location().substring(sent.location().indexOf("code=") + 5);
        assertEquals(
                303, TOWN.visitor().post("/fr/suivi/" + code + "/retrait", "").status());
        kept.forEach((name, text) -> {
            assertFalse(text.contains("Zouaoui"), name);
            assertFalse(text.contains("Kaboré"), name);
            assertTrue(text.contains("Propositions des conseils"), name);
            assertTrue(text.contains("Avis des conseils"), name);
            assertTrue(text.contains("11 mars 2026"), name);
            assertTrue(text.contains("Courtillières"), name);
        });
    }

    @Test
    void aFollowUpThatRepeatsWhatSomebodyWroteIsToldWithoutTheirWords() throws IOException {
        String words = "Depuis que mon fils Ilyès est tombé au 12, personne ne répare la rampe";
        TOWN.give("fr", CONTRACT, QUESTIONNAIRE, Map.of("q-sante-pour-vous", words, "may_show", "no"));
        long opinion = team.opinionWith(words);
        follow("« Mon fils Ilyès est tombé au 12, personne ne répare » : il faut réparer la rampe.", opinion);
        follow("Vous demandez des rampes réparées plus vite.", opinion);
        Map<String, String> kept = all(freeze(""));
        kept.forEach((name, text) -> {
            assertFalse(text.contains("Ilyès"), name);
            assertFalse(text.contains("ilyes"), name);
            assertTrue(text.contains("Vous demandez des rampes réparées plus vite."), name);
            assertTrue(text.contains("Demande d’habitants, à lire sur le site"), name);
        });
    }

    @Test
    void aFrenchThatTheTeamCorrectsGoesOutOfFrozenPacks() throws IOException {
        long opinion = published("ar", "الدرج مكسور");
        long untold = published("ar", "المصعد معطل");
        translate(opinion, "L’escalier est sale");
        choose(opinion, untold);
        int number = freeze("");
        assertTrue(String.valueOf(all(number).get("EVERYONE/dossier.json")).contains("L’escalier est sale"));
        translate(untold, "L’ascenseur est en panne");
        assertFalse(isErased(number), "a French said later takes nothing back");
        translate(opinion, "L’escalier est sale");
        assertFalse(isErased(number), "nor the same said again");
        translate(opinion, "L’escalier est cassé");
        assertTrue(isErased(number));
        assertEquals(
                List.of("0"),
                TestTown.rows("SELECT COUNT(*) FROM frozen_pack_voice WHERE french = 'L’escalier est sale'"));
        TOWN.bean(FrozenPacks.class).replace();
        all(lastNumber()).forEach((name, text) -> assertFalse(text.contains("L’escalier est sale"), name));

        choose(opinion, untold);
        int next = freeze("");
        TestTown.update("UPDATE opinion_translation SET body = 'Autre chose' WHERE opinion_id = ?", opinion);
        assertEquals(303, team.desk().get(DESK + "/" + next + "/dossier.json").status(), "whoever changed it");
        choose(opinion);
        int last = freeze("");
        translate(opinion, "");
        assertTrue(isErased(last), "and what is no longer said in French");
    }

    @Test
    void thePresentTotalStaysAtTheDesk() throws IOException {
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', 'OPINION', 'CONSULTED', 'WEB', 7031)
                """, contractId);
        Map<String, String> files = new LinkedHashMap<>(all(freeze("")));
        String report = "/equipe/" + CONTRACT + "/rapport";
        files.put("report json", team.desk().get(report + ".json").text());
        files.put("report csv", team.desk().get(report + ".csv").text());
        files.forEach((name, text) -> {
            assertFalse(text.contains("\"present\""), name);
            assertFalse(text.contains("Toutes les participations à cet instant"), name);
            assertFalse(text.matches("(?s).*70[37][0-9]\\b.*"), name + " " + text);
        });
        assertTrue(team.desk()
                .page(report)
                .text()
                .matches("(?s).*Toutes les participations à cet instant : 7.?[0-9]{3}.*"));
    }

    @Test
    void themesOfSensitiveQuestionnairesAreToldFromElevenOn() throws IOException {
        String slug = TOWN.smallTown("ville-des-themes-sensibles");
        Coordinator here = TOWN.coordinator(slug);
        for (int n = 0; n < 22; n++) {
            TOWN.give("fr", slug, "avis", Map.of("q-pourquoi", "Parole " + n, "may_show", "no"));
        }
        // Six ordinary and three sensitive; four and six; eleven sensitive.
        theme(here, "Bruit", 0, 9, 3);
        theme(here, "Peur", 9, 19, 6);
        assertEquals(Map.of("Bruit", 5), firsts(here));
        theme(here, "Peur", 19, 20, 1);
        assertEquals(Map.of("Peur", 10, "Bruit", 5), firsts(here));
        theme(here, "Bruit", 20, 21, 0);
        theme(here, "Bruit", 21, 22, 1);
        assertEquals(Map.of("Bruit", 10, "Peur", 10), firsts(here));
    }

    /** These opinions are of this theme, the last of them sensitive. */
    private static void theme(Coordinator here, String name, int from, int until, int sensitive) {
        for (int n = from; n < until; n++) {
            long opinion = id(
                    "SELECT a.opinion_id FROM answer a JOIN opinion o ON o.id = a.opinion_id"
                            + " JOIN contract c ON c.id = o.contract_id WHERE a.body = ? AND c.slug = ?",
                    "Parole " + n,
                    here.contract());
            post(here, "/equipe/" + here.contract() + "/avis/" + opinion + "/themes", Map.of("own", name));
            if (n >= until - sensitive) {
                TestTown.update("UPDATE opinion SET is_sensitive = TRUE WHERE id = ?", opinion);
            }
        }
    }

    private static Map<String, Integer> firsts(Coordinator here) throws IOException {
        String made = post(here, "/equipe/" + here.contract() + "/dossier", Map.of("periode", ""))
                .location();
        String json = here.desk()
                .get("/equipe/" + here.contract() + "/dossier/" + number(made) + "/dossier.json")
                .text();
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode first : TOWN.bean(JsonMapper.class)
                .readValue(json, JsonNode.class)
                .get("firsts")
                .values()) {
            if (!first.get("atLeast").isNull()) {
                counts.put(
                        first.get("title").getStringValue(),
                        first.get("atLeast").getIntValue());
            }
        }
        return counts;
    }

    /** All that is kept of a pack, as text: its data, and each file for each audience. */
    private static Map<String, String> all(int number) throws IOException {
        FrozenPackRepository packs = TOWN.bean(FrozenPackRepository.class);
        FrozenPack frozen = packs.find(contractId, number).orElseThrow();
        Map<String, String> all = new LinkedHashMap<>(Map.of("data", packs.findData(frozen.id())));
        for (Audience audience : Audience.values()) {
            for (FrozenFile file : packs.findFiles(frozen.id(), audience)) {
                byte[] bytes = packs.findBytes(frozen.id(), audience, file.name())
                        .orElseThrow()
                        .bytes();
                all.put(audience + "/" + file.name(), text(file.name(), bytes));
            }
        }
        assertEquals(1 + 2 * 4, all.size());
        return all;
    }

    private static String text(String name, byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        if (name.endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(bytes)) {
                text.append(new PDFTextStripper().getText(document));
            }
        } else if (name.endsWith(".ods")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString().replaceAll("\\s+", " ");
    }

    private static boolean isErased(int number) {
        return TestTown.rows("""
                SELECT f.name FROM frozen_pack_file f JOIN frozen_pack p ON p.id = f.pack_id
                WHERE p.contract_id = ? AND p.number = ? AND f.bytes IS NOT NULL
                """, contractId, number).isEmpty();
    }

    private static long published(String lang, String words) {
        TOWN.give(lang, CONTRACT, QUESTIONNAIRE, Map.of("q-sante-pour-vous", words, "may_show", "yes"));
        long opinion = team.opinionWith(words);
        assertEquals(303, team.publish(opinion).status());
        return opinion;
    }

    private static void translate(long opinion, String french) {
        long question = id("SELECT question_id FROM answer WHERE opinion_id = ? AND body IS NOT NULL", opinion);
        assertEquals(
                303,
                post(
                                team,
                                "/equipe/" + CONTRACT + "/avis/" + opinion + "/traduction",
                                Map.of("french-" + question, french))
                        .status());
    }

    /** These and no other. */
    private static void choose(long... ids) {
        Document preview = team.desk().page(DESK + "/apercu");
        StringBuilder body = new StringBuilder("csrf=" + csrf(team) + "&periode=&page=1");
        preview.select("input[name=offered]")
                .forEach(one -> body.append("&offered=").append(one.attr("value")));
        for (long id : ids) {
            body.append("&voice=").append(id);
        }
        assertEquals(303, team.desk().post(DESK + "/voix", body.toString()).status());
    }

    private static void follow(String said, long opinion) {
        Map<String, String> form = new TreeMap<>(hidden(team.desk().page("/equipe/" + CONTRACT + "/suites/nouvelle")));
        form.putAll(Map.of("said", said, "decides", "SERVICE", "gathered", "OPINION:" + opinion));
        TestVisitor.Answer opened = team.desk().post("/equipe/" + CONTRACT + "/suites", form);
        assertEquals(303, opened.status(), opened::text);
    }

    private static Map<String, String> hidden(Document page) {
        Map<String, String> fields = new TreeMap<>();
        page.select("input[type=hidden]").forEach(field -> fields.putIfAbsent(field.attr("name"), field.attr("value")));
        return fields;
    }

    private static int freeze(String period) {
        TestVisitor.Answer made = post(team, DESK, Map.of("periode", period));
        assertEquals(303, made.status(), made.text());
        return number(made.location());
    }

    private static int number(String location) {
        return Integer.parseInt(location.replaceAll(".*/dossier/([0-9]+).*", "$1"));
    }

    private static int lastNumber() {
        return (int) id("SELECT MAX(number) FROM frozen_pack WHERE contract_id = ?", contractId);
    }

    private static TestVisitor.Answer post(Coordinator who, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", csrf(who));
        return who.desk().post(path, all);
    }

    private static String csrf(Coordinator who) {
        return who.desk().page("/equipe/sessions").select("input[name=csrf]").attr("value");
    }

    private static long id(String sql, Object... values) {
        return Long.parseLong(TestTown.rows(sql, values).getFirst());
    }
}
