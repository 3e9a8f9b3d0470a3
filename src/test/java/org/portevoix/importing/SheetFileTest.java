package org.portevoix.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A contract and its action sheets in full, from a file: what is amiss is said, what is there comes back the same. */
class SheetFileTest extends ImportTest {

    @Inject
    ContractExport export;

    @Test
    void aSheetWithoutAPlanIsRefusedAndTheFileSaysWhatIsMissing() {
        String town = town("import-sans-plan");
        String none = town.replaceFirst("(?s)    participation:\n.*?(?=    starts:)", "");
        assertRefused(none, "actions[plomb] : il manque la participation prévue (« participation »)");
        String draft = town.replaceFirst(
                "(?s)    participation:\n.*?(?=    starts:)", "    participation: {none_because: {fr: …}}\n");
        assertRefused(draft, "actions[plomb].participation.none_because : la participation prévue n’est pas écrite");
        String half = town.replaceFirst("      invited: .*\n", "");
        assertRefused(half, "actions[plomb].participation : il manque « invited »");
        assertEquals(List.of("0"), rows("SELECT COUNT(*) FROM contract WHERE slug = 'import-sans-plan'"));
    }

    @Test
    void whatCannotBeIsRefused() {
        String town = town("import-impossible");
        assertRefused(
                town.replace("ends: 2027-12-31", "ends: 2025-12-31"),
                "actions[plomb].ends : la fin de l’action est avant son début");
        assertRefused(
                town.replace("ends: 2025-06-30", "ends: 2024-06-30"),
                "contract.phases[1].ends : la fin de l’étape est avant son début");
        assertRefused(town.replace("on: 2026-09-01", "on: 2026-03-02"), "deux relevés le même jour (2026-03-02)");
        assertRefused(town.replace("target: 40.5", "target: 40.505"), "deux chiffres après la virgule au plus");
        assertRefused(town.replace("key: reparations", "key: visites"), "« visites » existe déjà");
        assertRefused(
                town.replace("https://petite-ville.example/contrat.pdf", "javascript:alert(1)"),
                "contract.documents[1].url : une adresse de page est attendue");
        assertRefused(town.replace("[geographic, quality]", "[bonheur]"), "mot inconnu");
    }

    @Test
    void aReadingIsAddedByTheNextFileAndTheOthersStay() {
        String town = town("import-releve");
        assertTrue(importing(town).isDone());

        ImportReport again = importing(town.replace(
                "          - {on: 2026-09-01, value: 12.25}\n",
                "          - {on: 2026-09-01, value: 12.25}\n          - {on: 2026-10-01, value: 15}\n"));

        assertTrue(again.isDone(), () -> String.join("\n", again.lines()));
        assertEquals(List.of("action/plomb/visites: relevés"), again.updated());
        assertEquals(List.of("2026-03-02 7.00", "2026-09-01 12.25", "2026-10-01 15.00"), rows("""
                        SELECT r.measured_on, r.value FROM action_sheet_reading r
                        JOIN action_sheet_measure m ON m.id = r.measure_id
                        JOIN action_sheet s ON s.id = m.action_sheet_id
                        JOIN contract c ON c.id = s.contract_id
                        WHERE c.slug = 'import-releve' ORDER BY r.measured_on
                        """));
    }

    @Test
    void theRuralSampleReadBackIsImportedAgainWithoutAChange() {
        String yaml = new String(resource("/sample/contract-rural.yaml"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("slug: pays-de-brise\n", "slug: brise-relue\n");
        ImportReport first = importing(yaml);
        assertTrue(first.isDone(), () -> String.join("\n", first.lines()));

        ImportReport again = importing(export.yaml("brise-relue").orElseThrow());

        assertTrue(again.isDone(), () -> String.join("\n", again.lines()));
        assertEquals(List.of(), again.updated());
        assertEquals(List.of(), again.created());
    }

    private void assertRefused(String yaml, String because) {
        ImportReport report = importing(yaml);
        assertTrue(
                report.lines().stream().anyMatch(line -> line.contains(because)),
                () -> because + "\n" + String.join("\n", report.lines()));
    }
}
