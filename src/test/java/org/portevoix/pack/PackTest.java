package org.portevoix.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.participation.CountedLedger;
import org.portevoix.participation.Period;
import org.portevoix.report.Report;
import org.portevoix.web.Digests;

/** The committee's pack: what is in it, that it stays as it was frozen, and that residents may take their words out of it. */
class PackTest {
    private static final TestTown TOWN = TestTown.open();
    private static final String CONTRACT = "ville-du-dossier";
    private static final String DESK = "/equipe/" + CONTRACT + "/dossier";

    private static Coordinator team = new Coordinator(TOWN.visitor(), CONTRACT, "");
    private static long contractId;

    @BeforeAll
    static void takePart() {
        TOWN.smallTown(CONTRACT);
        team = TOWN.coordinator(CONTRACT);
        contractId = Long.parseLong(TestTown.rows("SELECT id FROM contract WHERE slug = ?", CONTRACT)
                .getFirst());
        write("centre", "20-39", "woman", 40);
        write("gare", "60-74", "man", 25);
        write("gare", "75+", "man", 3);
        CountedLedger.layPriorityArea(contractId, "gare");
        CountedLedger.renew(TOWN, contractId);
    }

    private static void write(String home, String age, String gender, int count) {
        String sheet = TestTown.rows("SELECT id FROM action_sheet WHERE contract_id = ? AND slug = 'plomb'", contractId)
                .getFirst();
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, action_sheet_id, home, age_band,
                    gender, first_time, phase, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', 'OPINION', 'CONSULTED', 'WEB', ?, ?, ?, ?, TRUE,
                    'DIAGNOSIS', ?)
                """, contractId, sheet, home, age, gender, count);
    }

    @Test
    void onlyWordsThatEverybodyMayReadAndThatWereChosenAreInIt() throws IOException {
        long chosen = published("ar", "الهواء ملوث في الحي");
        String question = TestTown.rows(
                        "SELECT question_id FROM answer WHERE opinion_id = ? AND body IS NOT NULL", chosen)
                .getFirst();
        post(
                "/equipe/" + CONTRACT + "/avis/" + chosen + "/traduction",
                Map.of("french-" + question, "L’air est sale dans le quartier"));
        published("fr", "Affiché, mais pas choisi");
        TOWN.give("fr", CONTRACT, "avis", Map.of("q-pourquoi", "Pas encore relu", "may_show", "yes"));
        TOWN.give("fr", CONTRACT, "avis", Map.of("q-pourquoi", "Pour la seule équipe", "may_show", "no"));
        Document preview = team.desk().page(DESK + "/apercu");
        assertTrue(preview.text().contains("Affiché, mais pas choisi"));
        assertFalse(preview.text().contains("Pas encore relu"));
        assertFalse(preview.text().contains("Pour la seule équipe"));

        choose(chosen, idOf("Pas encore relu"), idOf("Pour la seule équipe"));
        JsonNode voices = json(freeze(""), "voices");
        assertTrue(texts(voices, "words").contains("الهواء ملوث في الحي"), voices.toString());
        assertTrue(texts(voices, "french").contains("L’air est sale dans le quartier"));
        String all = text(freeze(""), "dossier.json") + text(freeze(""), "dossier.csv");
        assertFalse(all.contains("Pas encore relu") || all.contains("Pour la seule équipe"));
        assertFalse(all.contains("Affiché, mais pas choisi"));
    }

    @Test
    void whoTakesTheirWordsBackTakesThemOutOfFrozenPacksToo() throws IOException {
        String code =
                TOWN.give("fr", CONTRACT, "avis", Map.of("q-pourquoi", "Le bus passe trop tard", "may_show", "yes"));
        long gone = idOf("Le bus passe trop tard");
        assertEquals(303, team.publish(gone).status());
        choose(gone);
        int number = freeze("");
        Map<String, Object> figures = figures(number);
        String before = team.desk().page(DESK + "/" + number).select("code").text();
        assertTrue(text(number, "dossier.csv").contains("Le bus passe trop tard"));

        TOWN.visitor().post("/fr/suivi/" + code + "/retrait", Map.of());
        assertEquals(303, team.desk().get(DESK + "/" + number + "/dossier.csv").status());
        assertEquals(
                List.of("0"), TestTown.rows("SELECT COUNT(*) FROM frozen_pack_voice WHERE words LIKE 'Le bus passe%'"));
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM frozen_pack_file f JOIN frozen_pack p ON p.id = f.pack_id
                WHERE p.contract_id = ? AND p.number = ? AND f.bytes IS NOT NULL
                """, contractId, number));
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM frozen_pack WHERE data LIKE '%Le bus passe%'
                """));
        TOWN.bean(FrozenPacks.class).replace();
        TOWN.bean(FrozenPacks.class).replace();
        Document old = team.desk().page(DESK + "/" + number);
        assertTrue(old.text().contains("Une personne a retiré ses paroles"), old.text());
        assertEquals(before, old.select("code").text(), "the fingerprints stay");
        int next = lastNumber();
        assertEquals(
                DESK + "/" + next,
                old.expectFirst(".note-desk a[href^=" + DESK + "]").attr("href"));
        assertEquals(figures, figures(next));
        assertFalse(text(next, "dossier.csv").contains("Le bus passe"));
        assertTrue(team.desk().page(DESK + "/" + next).text().contains("Paroles retirées"));
    }

    @Test
    void wordsThatAModeratorTookDownAreGivenToNobodyAnyMore() {
        long down = published("fr", "Le parc est sombre le soir");
        choose(down);
        int number = freeze("");
        assertEquals(200, team.desk().get(DESK + "/" + number + "/dossier.json").status());
        TestTown.update("UPDATE opinion SET state = 'WAITING' WHERE id = ?", down);
        assertEquals(303, team.desk().get(DESK + "/" + number + "/dossier.json").status());
        assertEquals(List.of("0"), TestTown.rows("SELECT COUNT(*) FROM frozen_pack_voice WHERE opinion_id = ?", down));
        assertFalse(text(freeze(""), "dossier.csv").contains("Le parc est sombre"), "nor in those to come");
    }

    @Test
    void aFrozenPackKeepsItsBytesWhateverTheFiguresDoAndWhoeverServesThem() {
        int number = freeze("2027");
        TestVisitor.Answer first = team.desk().get(DESK + "/" + number + "/dossier.json");
        byte[] hash = Digests.sha256(first.bytes());
        assertEquals("sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":", first.header("Repr-Digest"));
        Document page = team.desk().page(DESK + "/" + number);
        assertTrue(page.select("code").eachText().contains(HexFormat.of().formatHex(hash)));
        assertEquals(
                page.select(".pack-files li").size(),
                page.select("small:contains(intact)").size());
        write("centre", "20-39", "woman", 300);
        CountedLedger.renew(TOWN, contractId);
        TestTown another = TestTown.apart();
        try {
            TestVisitor elsewhere = another.coordinator(CONTRACT).desk();
            assertArrayEquals(
                    first.bytes(),
                    elsewhere.get(DESK + "/" + number + "/dossier.json").bytes());
        } finally {
            another.close();
        }
    }

    @Test
    void theDatabaseLetsNobodyChangeAFrozenPack() {
        int number = freeze("");
        for (String change : List.of(
                "UPDATE frozen_pack SET reason = 'autre' WHERE contract_id = ? AND number = ?",
                "DELETE FROM frozen_pack WHERE contract_id = ? AND number = ?",
                "UPDATE frozen_pack_file f JOIN frozen_pack p ON p.id = f.pack_id SET f.bytes = 'autre'"
                        + " WHERE p.contract_id = ? AND p.number = ?",
                "UPDATE frozen_pack_file f JOIN frozen_pack p ON p.id = f.pack_id SET f.hash = RANDOM_BYTES(32),"
                        + " f.bytes = NULL, f.erased_at = NOW() WHERE p.contract_id = ? AND p.number = ?",
                "DELETE f FROM frozen_pack_file f JOIN frozen_pack p ON p.id = f.pack_id"
                        + " WHERE p.contract_id = ? AND p.number = ?")) {
            AssertionError refused =
                    assertThrows(AssertionError.class, () -> TestTown.update(change, contractId, number), change);
            assertTrue(String.valueOf(refused.getCause()).contains("frozen"), change + " " + refused.getCause());
        }
        assertEquals(200, team.desk().get(DESK + "/" + number + "/dossier.csv").status());
    }

    @Test
    void aCorrectionTellsWhatChangedAndTheOldOneStays() throws IOException {
        int number = freeze("2027-1");
        String before = text(number, "dossier.csv");
        TestVisitor.Answer wrong = post(DESK + "/" + number + "/correction", Map.of("reason", " "));
        assertEquals(422, wrong.status());
        assertTrue(wrong.page().text().contains("Écrivez pourquoi vous corrigez"));
        addPoint("2027-1", "Ouvrir le samedi", "Six demandes en un mois");
        TestVisitor.Answer made =
                post(DESK + "/" + number + "/correction", Map.of("reason", "Un point avait été oublié."));
        int corrected = number(made.location());
        JsonNode changes = json(corrected, "changes");
        assertTrue(texts(changes, "row").contains("Ouvrir le samedi"), changes.toString());
        assertTrue(team.desk().page(DESK + "/" + corrected).text().contains("Un point avait été oublié."));
        assertEquals(before, text(number, "dossier.csv"));
        Document old = team.desk().page(DESK + "/" + number);
        assertTrue(old.text().contains("Corrigé par le n° " + corrected), old.text());
        assertEquals(
                DESK + "/" + number + "?fait=deja",
                post(DESK + "/" + number + "/correction", Map.of("reason", "Encore"))
                        .location());
    }

    @Test
    void theCommitteeAloneGetsThePriorityAreas() throws IOException {
        int number = freeze("");
        TestVisitor committee = TOWN.member(CONTRACT, Role.COMMITTEE);
        assertTrue(committee.get(DESK + "/" + number + "/dossier.csv").text().contains("\narea,"));
        assertFalse(text(number, "dossier.csv").contains("\narea,"));
        assertTrue(json(number, "tables").get("neighbourhood") != null);
        assertTrue(json(number, "tables").get("area") == null);
        assertFalse(team.desk().page(DESK + "/apercu").text().contains("prioritaire"));
        assertEquals(403, committee.get(DESK + "/apercu").status());
        assertEquals(404, committee.get(DESK + "/999999").status());
    }

    @Test
    void whatTheReportHidesIsHiddenInEveryFile() throws IOException {
        int number = freeze("");
        Contract contract = TOWN.bean(Contracts.class).find(CONTRACT).orElseThrow();
        Pack kept = TOWN.bean(FrozenPacks.class)
                .read(TOWN.bean(FrozenPackRepository.class)
                        .find(contract.id(), number)
                        .orElseThrow());
        TestVisitor committee = TOWN.member(CONTRACT, Role.COMMITTEE);
        List<CSVRecord> csv =
                csv(committee.get(DESK + "/" + number + "/dossier.csv").text());
        JsonNode tables =
                node(committee.get(DESK + "/" + number + "/dossier.json").text(), "tables");
        Map<String, CSVRecord> lines = new HashMap<>();
        csv.forEach(line -> lines.put(line.get("table") + " " + line.get("row") + " " + line.get("column"), line));
        int hidden = 0;
        int told = 0;
        for (Report.Table table : kept.report().tables()) {
            for (Report.Row row : table.rows()) {
                for (int at = 0; at < row.values().size(); at++) {
                    Report.Value value = row.values().get(at);
                    String column = table.columns().get(at).key();
                    CSVRecord line =
                            Objects.requireNonNull(lines.get(table.key() + " " + row.key() + " " + column), column);
                    JsonNode cell =
                            row(tables.get(table.key()).get("rows"), row.key()).get(column);
                    if (value.isHidden()) {
                        assertEquals("", line.get("value"), line.toString());
                        assertEquals("true", line.get("is_hidden"));
                        assertTrue(cell == null || cell.isNull(), line.toString());
                        hidden++;
                    } else if (value.number() != null && value.unit() == Report.Unit.COUNT) {
                        assertEquals(Long.toString(Math.round(value.number())), line.get("value"));
                        assertEquals(Math.round(value.number()), cell.getLongValue());
                        told++;
                    }
                }
            }
        }
        assertTrue(hidden > 10 && told > 100, hidden + " " + told);
    }

    @Test
    void whatIsKeptIsThePackItself() {
        Contract contract = TOWN.bean(Contracts.class).find(CONTRACT).orElseThrow();
        FrozenPack frozen = TOWN.bean(FrozenPackRepository.class)
                .find(contract.id(), freeze(""))
                .orElseThrow();
        Pack read = TOWN.bean(FrozenPacks.class).read(frozen);
        Pack drawn = TOWN.bean(Packs.class).of(contract, Period.WHOLE);
        assertEquals(drawn.report().tables(), read.report().tables());
        assertEquals(drawn.standings(), read.standings());
        assertEquals(drawn.toDecide(), read.toDecide());
        assertEquals(drawn.report().curve(), read.report().curve());
        assertEquals(Period.WHOLE, read.report().period());
        for (PackFormat format : List.of(TOWN.bean(PackCsv.class), TOWN.bean(PackJson.class))) {
            assertArrayEquals(format.write(read), format.write(read));
        }
        assertFalse(read.version().isEmpty() || read.version().contains("$"), read.version());
    }

    @Test
    void pointsToDecideComeFromFactsAndFromTheCoordinator() {
        Document preview = team.desk().page(DESK + "/apercu?periode=2027-2");
        assertTrue(
                preview.select(".pack-points").text().contains("La fiche n’en prévoit pas")
                        || preview.select(".pack-points").text().contains("aucun niveau n’est atteint"),
                preview.text());
        TestVisitor.Answer wrong =
                post(DESK + "/points", Map.of("periode", "2027-2", "what", "Trouver un local", "because", ""));
        assertEquals(422, wrong.status());
        assertEquals("Trouver un local", wrong.page().select("#field-what").attr("value"));
        assertTrue(wrong.page().text().contains("Écrivez le fait"));
        addPoint("2027-2", "Trouver un local", "La salle ferme en juin");
        Document written = team.desk().page(DESK + "/apercu?periode=2027-2");
        assertTrue(written.text().contains("La salle ferme en juin"));
        assertFalse(team.desk().page(DESK + "/apercu?periode=2027-1").text().contains("La salle ferme en juin"));
        String remove = written.expectFirst(".pack-points form").attr("action");
        post(remove, Map.of("periode", "2027-2"));
        assertFalse(team.desk().page(DESK + "/apercu?periode=2027-2").text().contains("La salle ferme en juin"));
    }

    @Test
    void themesAreCountedInFivesAndSmallOnesAreHidden() throws IOException {
        String slug = TOWN.smallTown("ville-des-themes");
        Coordinator here = TOWN.coordinator(slug);
        for (int n = 0; n < 7; n++) {
            TOWN.give("fr", slug, "avis", Map.of("q-pourquoi", "Bruit la nuit " + n, "may_show", "no"));
        }
        for (int n = 0; n < 7; n++) {
            post(here, "/equipe/" + slug + "/avis/" + idOf("Bruit la nuit " + n) + "/themes", Map.of("own", "Bruit"));
        }
        TOWN.give("fr", slug, "avis", Map.of("q-pourquoi", "Un seul le dit", "may_show", "no"));
        post(here, "/equipe/" + slug + "/avis/" + idOf("Un seul le dit") + "/themes", Map.of("own", "Le chien du 4"));
        TestVisitor.Answer made = post(here, "/equipe/" + slug + "/dossier", Map.of("periode", ""));
        String json = here.desk()
                .get("/equipe/" + slug + "/dossier/" + number(made.location()) + "/dossier.json")
                .text();
        JsonNode firsts = node(json, "firsts");
        assertEquals("Bruit", firsts.get(0).get("title").getStringValue());
        assertEquals(5, firsts.get(0).get("atLeast").getIntValue());
        assertFalse(json.contains("Le chien du 4"), "its very name would tell");
    }

    @Test
    void theSameFormFreezesOnePack() {
        String key =
                team.desk().page(DESK + "/apercu").select("input[name=key]").attr("value");
        String first = post(DESK, Map.of("periode", "", "key", key)).location();
        assertEquals(first, post(DESK, Map.of("periode", "", "key", key)).location());
    }

    private static long published(String lang, String words) {
        TOWN.give(lang, CONTRACT, "avis", Map.of("q-pourquoi", words, "may_show", "yes"));
        long id = idOf(words);
        assertEquals(303, team.publish(id).status());
        return id;
    }

    private static long idOf(String words) {
        return Long.parseLong(TestTown.rows("SELECT opinion_id FROM answer WHERE body = ?", words)
                .getFirst());
    }

    /** These and no other. */
    private static void choose(long... ids) {
        Document preview = team.desk().page(DESK + "/apercu");
        StringBuilder body = new StringBuilder("csrf=" + csrf(team.desk()) + "&periode=&page=1");
        preview.select("input[name=offered]")
                .forEach(one -> body.append("&offered=").append(one.attr("value")));
        for (long id : ids) {
            body.append("&voice=").append(id);
        }
        assertEquals(303, team.desk().post(DESK + "/voix", body.toString()).status());
    }

    private static void addPoint(String period, String what, String because) {
        assertEquals(
                303,
                post(DESK + "/points", Map.of("periode", period, "what", what, "because", because))
                        .status());
    }

    private static int freeze(String period) {
        TestVisitor.Answer made = post(DESK, Map.of("periode", period));
        assertEquals(303, made.status(), made.text());
        return number(made.location());
    }

    private static int number(String location) {
        return Integer.parseInt(location.replaceAll(".*/dossier/([0-9]+).*", "$1"));
    }

    private static int lastNumber() {
        return Integer.parseInt(TestTown.rows("SELECT MAX(number) FROM frozen_pack WHERE contract_id = ?", contractId)
                .getFirst());
    }

    private static TestVisitor.Answer post(String path, Map<String, String> fields) {
        return post(team, path, fields);
    }

    private static TestVisitor.Answer post(Coordinator who, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", csrf(who.desk()));
        return who.desk().post(path, all);
    }

    private static String csrf(TestVisitor desk) {
        return desk.page("/equipe/sessions").select("input[name=csrf]").attr("value");
    }

    private static String text(int number, String name) {
        TestVisitor.Answer file = team.desk().get(DESK + "/" + number + "/" + name);
        assertEquals(200, file.status());
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(int number, String part) throws IOException {
        return node(text(number, "dossier.json"), part);
    }

    private static JsonNode node(String json, String part) throws IOException {
        return Objects.requireNonNull(
                TOWN.bean(JsonMapper.class).readValue(json, JsonNode.class).get(part));
    }

    /** The report's figures, as JSON tells them. */
    private static Map<String, Object> figures(int number) throws IOException {
        return Map.of(
                "tables",
                json(number, "tables").toString(),
                "due",
                json(number, "due").toString());
    }

    private static List<String> texts(JsonNode all, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : all.values()) {
            JsonNode text = one.get(field);
            if (text != null && text.isString()) {
                texts.add(text.getStringValue());
            }
        }
        return texts;
    }

    private static JsonNode row(JsonNode rows, String key) {
        for (JsonNode row : rows.values()) {
            if (row.get("key").getStringValue().equals(key)) {
                return row;
            }
        }
        throw new AssertionError(key);
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
