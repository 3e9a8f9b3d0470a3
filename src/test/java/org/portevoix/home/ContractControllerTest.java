package org.portevoix.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;

/** The contract's own page: what it is, where it stands, what became of its actions. */
class ContractControllerTest {
    private static final String HEAD = """
            format: 1
            contract:
              slug: %s
              title: {fr: Contrat}
              summary: {fr: Un contrat.}
              territory: {name: Ville}
              languages: [fr]
              telephone: "01 99 00 00 01"
              mentions:
                editor: Ville
                publication_director: La maire
                host: Un hébergeur
                data_protection_officer: dpo@ville.example
                contact: sante@ville.example
                telephone: "01 99 00 00 01"
            axes:
              - {slug: un, title: {fr: Un}}
              - {slug: deux, title: {fr: Deux}}
            actions:
            """;

    private static final String ACTION = """
              - slug: action-%s
                axis: %s
                title: {fr: Une action}
                summary: {fr: Une action.}
                practical: {hours: {fr: Le lundi}, free: true, appointment: none}
                participation: {none_because: {fr: Rien.}}
                approach: {kind: universal}
                progress: %s
            %s""";

    private final TestTown town = TestTown.open();

    @Test
    void theContractTellsWhoSignedItsStepsAndWhomItWorksWith() {
        Document page = town.visitor().page("/fr/" + TestTown.CONTRACT + "/contrat");
        String text = page.text();
        for (String said : List.of(
                "Un contrat local de santé est un accord.",
                "Ville de Bobigny (exemple)",
                "Les Courtillières",
                "Comprendre les besoins (diagnostic) Fait",
                "Agir (mise en œuvre) En cours",
                "Faire le bilan (évaluation) À venir",
                "3. Le conseil municipal vote Fait",
                "Conseil local de santé mentale (CLSM) On y parle du moral",
                "Contrat de ville Un autre accord, entre l’État et la ville",
                "Contrat signé",
                "Comité de pilotage")) {
            assertTrue(text.contains(said), said + "\n" + text);
        }
        String base = "/fr/" + TestTown.CONTRACT;
        List<String> links = page.select("main a").eachAttr("href");
        assertTrue(
                links.containsAll(List.of(
                        base + "/contrat/participation",
                        base + "/contrat/diagnostic",
                        base + "/instances",
                        base + "/actions?axe=soins",
                        "https://cpts.bobigny.example/")),
                links.toString());
        assertTrue(TestTown.links(town.visitor().page(base)).contains(base + "/contrat"));
    }

    @Test
    void itsDiagnosisAndItsStrategyArePagesOfTheirOwn() {
        String base = "/" + TestTown.CONTRACT + "/contrat";
        assertTrue(town.visitor().page("/fr" + base + "/diagnostic").text().contains("Trouver un médecin est long."));
        assertTrue(town.visitor().page("/ar" + base + "/diagnostic").text().contains("إيجاد طبيب"));
        assertTrue(town.visitor()
                .page("/en" + base + "/participation")
                .text()
                .contains("We want to hear every neighbourhood"));
        String bare = contract("contrat-nu", List.of("under_way"));
        assertEquals(200, town.visitor().get("/fr/" + bare + "/contrat").status());
        assertEquals(
                404, town.visitor().get("/fr/" + bare + "/contrat/diagnostic").status());
        assertEquals(
                404,
                town.visitor().get("/fr/" + bare + "/contrat/participation").status());
        assertEquals(404, town.visitor().get("/fr/personne/contrat").status());
    }

    @Test
    void eachActionIsCountedOnceByWhatBecameOfIt() {
        String contract = contract(
                "bilan-compte",
                List.of(
                        "finished reached",
                        "under_way reached",
                        "finished partly",
                        // Judged, whatever happened to it.
                        "redirected partly",
                        "dropped not_reached",
                        "postponed",
                        "postponed not_judged",
                        "redirected",
                        "dropped not_judged",
                        "to_come",
                        "under_way",
                        "finished not_judged"));
        TestTown.update("""
                UPDATE action_sheet SET state = 'DRAFT'
                WHERE slug = 'action-1' AND contract_id = (SELECT id FROM contract WHERE slug = ?)
                """, contract);

        Map<String, String> lines = lines(contract);

        assertEquals(
                Map.of(
                        "But atteint", "1 64 %",
                        "But atteint en partie", "2 29 %",
                        "But pas atteint", "1 –",
                        "Reportée, changée ou arrêtée", "4 7 %",
                        "Pas encore jugée", "3 –"),
                lines);
        Document page = town.visitor().page("/fr/" + contract + "/contrat");
        assertEquals(
                List.of(
                        "But atteint en partie : 1",
                        "But pas atteint : 1",
                        "Reportée, changée ou arrêtée : 2",
                        "Pas encore jugée : 1"),
                page.select(".card:has(a[href$='axe=un']) li").eachText());
        String note = Objects.requireNonNull(page.selectFirst("table + .hint")).text();
        assertTrue(note.contains(
                "492 actions en Île-de-France, déclarés par 21 contrats choisis parce qu’ils avaient mesuré"));
        assertTrue(note.contains("au moins 30 actions"));
    }

    @Test
    void aShareIsToldOfThirtyJudgedActionsAndNotOfFewer() {
        String few = contract("bilan-29", many(29));
        String enough = contract("bilan-30", many(30));
        assertEquals("29 64 %", lines(few).get("But atteint"));
        assertEquals("30 100 % 64 %", lines(enough).get("But atteint"));
        assertFalse(town.visitor().page("/fr/bilan-30/contrat").text().contains("au moins 30"));
    }

    @Test
    void whatTheActionsMakeEasierIsCounted() {
        String contract = contract("parcours-compte", List.of("under_way", "under_way", "under_way"));
        TestTown.update("""
                UPDATE action_sheet SET pathway = CASE slug WHEN 'action-1' THEN 'quality geographic' ELSE 'quality' END
                WHERE contract_id = (SELECT id FROM contract WHERE slug = ?)
                """, contract);
        assertEquals(
                List.of("Se soigner plus près de chez soi : 1", "Être bien suivi, d’un soignant à l’autre : 3"),
                town.visitor()
                        .page("/fr/" + contract + "/contrat")
                        .select("details:contains(plusieurs fois) li")
                        .eachText());
    }

    private static List<String> many(int count) {
        return java.util.Collections.nCopies(count, "finished reached");
    }

    /** The numbers of the table, by what they say. */
    private Map<String, String> lines(String contract) {
        return town.visitor().page("/fr/" + contract + "/contrat").select("table.figures tbody tr").stream()
                .collect(Collectors.toMap(
                        row -> row.select("th").text(), row -> row.select("td").text()));
    }

    /** @param standings of its actions: progress, and perhaps outcome; the axes un and deux take turns */
    private String contract(String slug, List<String> standings) {
        StringBuilder yaml = new StringBuilder(HEAD.formatted(slug));
        int number = 0;
        for (String standing : standings) {
            String[] words = standing.split(" ");
            number++;
            yaml.append(ACTION.formatted(
                    number,
                    number % 2 == 0 ? "deux" : "un",
                    words[0],
                    words.length > 1 ? "    outcome: " + words[1] + "\n" : ""));
        }
        ImportReport report = town.bean(ContractImport.class)
                .importFile(slug + ".yaml", yaml.toString().getBytes(StandardCharsets.UTF_8), false);
        assertTrue(report.isDone(), () -> String.join("\n", report.lines()));
        return slug;
    }
}
