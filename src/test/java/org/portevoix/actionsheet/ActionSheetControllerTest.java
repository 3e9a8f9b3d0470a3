package org.portevoix.actionsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;

/** The page of an action: what one needs to go there first, what the administration writes after it. */
class ActionSheetControllerTest {
    private final TestTown town = TestTown.open();

    @Test
    void goingThereComesFirstAndTheRestIsFolded() {
        Document page = page("fr", "cuisiner");
        assertEquals("Pour y aller", page.select("main h2").eachText().getFirst());
        List<String> folded = page.select("main details > summary").eachText();
        assertEquals(
                List.of(
                        "Nous faisons plus là où c’est plus difficile",
                        "Ce que cette action rend plus facile",
                        "Le but, et comment on fait",
                        "Qui agit avec nous",
                        "Les chiffres",
                        "Les étapes"),
                folded);
        assertTrue(page.select("main details[open]").isEmpty());
    }

    @Test
    void aProportionateActionSaysWhatIsStrongerWhereAndWhy() {
        assertEquals(
                List.of(
                        "Pour tous Un atelier par mois, ouvert à toute la ville.",
                        "En plus Un atelier chaque semaine, avec un repas offert.",
                        "Où Les Courtillières, Édouard Vaillant – Abreuvoir",
                        "Pourquoi Il y a moins de magasins de légumes près des logements."),
                folded(page("fr", "cuisiner"), "Nous faisons plus")
                        .select("dl > div")
                        .eachText());
    }

    @Test
    void thePathwayAndTheBreakAreToldInTheReadersLanguage() {
        assertEquals(
                "ما الذي يسهّله هذا النشاط العلاج أقرب إلى البيت دفع أقل، أو لا شيء أن يفهمكم الناس، بلغتكم وبكلمات بسيطة"
                        + " ما الذي يعيق اليوم يقول الطبيب: كلوا أفضل. ثم لا أحد يساعد على ذلك بمال قليل.",
                folded(page("ar", "cuisiner"), "ما الذي يسهّله").text());
    }

    @Test
    void anIndicatorTellsItsStartItsReadingsAndItsAim() {
        Element figures = folded(page("fr", "cuisiner"), "Les chiffres");
        assertEquals(
                List.of("12 14 27 38 40", "0 9 21 20"),
                figures.select("table").stream()
                        .map(table -> table.select("td").text())
                        .toList());
        assertTrue(figures.text().contains("Source : Centre social (exemple)"));
        assertTrue(figures.select("h3").isEmpty(), "what is measured is no longer only planned");
    }

    @Test
    void theLatestTwelveReadingsAreShownAndTheOpenDataHasThemAll() {
        String contract = town.smallTown("beaucoup-de-releves");
        TestTown.update("""
                DELETE FROM action_sheet_reading WHERE measure_id IN
                    (SELECT m.id FROM action_sheet_measure m JOIN action_sheet s ON s.id = m.action_sheet_id
                     JOIN contract c ON c.id = s.contract_id WHERE c.slug = ?)
                """, contract);
        for (int i = 1; i <= 15; i++) {
            TestTown.update("""
                    INSERT INTO action_sheet_reading (measure_id, position, measured_on, value)
                    SELECT m.id, ?, ?, ? FROM action_sheet_measure m JOIN action_sheet s ON s.id = m.action_sheet_id
                    JOIN contract c ON c.id = s.contract_id WHERE c.slug = ? AND m.slug = 'visites'
                    """, i, "2025-01-" + (10 + i), i, contract);
        }
        String shown = town.visitor()
                .page("/fr/" + contract + "/actions/plomb")
                .select("table:contains(Visites faites) td b")
                .text();
        assertEquals(IntStream.rangeClosed(4, 15).mapToObj(String::valueOf).collect(Collectors.joining(" ")), shown);
        String data =
                town.visitor().get("/api/v1/contracts/" + contract + "/actions").text();
        assertTrue(data.contains("{\"date\":\"2025-01-11\",\"value\":1.00,\"source\":null}"), data);
        assertTrue(data.contains("\"pathway\":{\"improves\":[\"geographic\",\"quality\"]"), data);
        assertTrue(data.contains("\"starts\":\"2026-01-01\",\"ends\":\"2027-12-31\""), data);
    }

    @Test
    void eachStepTellsWhyAndWhatWasChanged() {
        List<String> steps =
                folded(page("fr", "bilan-de-sante"), "Les étapes").select("li").eachText();
        assertEquals(2, steps.size());
        assertTrue(
                steps.getLast()
                        .endsWith(
                                "Changée (les personnes ne sont pas venues). Peu de personnes venaient seules au centre. Le"
                                        + " départ se fait maintenant en groupe, depuis le quartier. But pas atteint Ce que nous avons"
                                        + " changé : Le départ se fait en groupe, avec une accompagnatrice."),
                steps.getLast());
        assertFalse(steps.getFirst().contains("pas encore connu"), steps.getFirst());
    }

    @Test
    void partnersHaveTheirSectorAndTheirConvention() {
        List<String> partners =
                folded(page("fr", "cuisiner"), "Qui agit").select("li").eachText();
        assertTrue(
                partners.contains("Service santé de la ville Santé. A signé un accord écrit (convention)"),
                partners.toString());
        assertTrue(partners.stream().anyMatch(one -> one.endsWith(" Social")), partners.toString());
    }

    private Document page(String lang, String action) {
        return town.visitor().page("/" + lang + "/" + TestTown.CONTRACT + "/actions/" + action);
    }

    private static Element folded(Document page, String beginning) {
        return Objects.requireNonNull(page.selectFirst("details:has(> summary:contains(" + beginning + "))"));
    }
}
