package org.portevoix.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.language.TestTranslator;

/** First drafts by a machine: labelled, read by somebody else, made of the contract's own texts alone. */
class MachineDraftsTest {

    @Test
    void withoutAMachineThereIsNoButtonAndAllElseWorks() {
        TestTown town = TestTown.open();
        String contract = town.smallTown("sans-machine");
        TestVisitor desk = town.coordinator(contract).desk();
        String address = "/equipe/sans-machine/contenus/missions/interprete/en";

        assertTrue(desk.page(address).select("[formaction$=machine]").isEmpty());
        assertEquals(404, DeskForm.of(desk, address).post(address + "/machine").status());
    }

    @Test
    void aMachineWritesDraftsThatSomebodyElseHasToRead() {
        try (TestTranslator server = new TestTranslator()) {
            TestTown town = TestTown.apart(
                    Map.of("portevoix.translator.url", server.address(), "portevoix.translator.patience", "700ms"));
            try {
                draftsAreRead(town, server);
                badAnswersChangeNothing(town, server);
            } finally {
                town.close();
            }
        }
    }

    private static void draftsAreRead(TestTown town, TestTranslator server) {
        String contract = town.smallTown("avec-machine");
        TestVisitor desk = town.coordinator(contract).desk();
        town.give("fr", contract, "avis", Map.of("q-venu", "oui", "may_show", "yes"));
        String item = "/equipe/avec-machine/contenus/missions/interprete";
        String address = item + "/en";
        DeskForm form = DeskForm.of(desk, address);
        assertFalse(form.page().select("[formaction$=machine]").isEmpty());

        TestVisitor.Answer answer = form.translate("Interprète", "Interpreter").post(address + "/machine");

        assertEquals(303, answer.status(), answer::text);
        Document page = desk.page(answer.location());
        assertEquals(
                "Interpreter",
                page.select("[name='" + form.field("Interprète") + "']").val());
        assertEquals(
                "en: Traduire au forum.",
                page.select("[name='" + form.field("Traduire au forum.") + "']").val());
        assertEquals(2, page.select(".mark.machine").size());
        assertTrue(page.text().contains("Demandé par Coordination"));
        // Only texts of the contract go out, and only those without a translation.
        assertEquals(
                Set.of("Traduire au forum.", "Une heure"),
                server.asked().stream().map(asked -> asked.path("q").asString()).collect(Collectors.toSet()));
        assertFalse(read(town).contains("en: Traduire"));
        // Who asked for it can't show it alone, not even by correcting it.
        assertEquals(
                422, DeskForm.of(desk, address).post(address + "/relecture").status());
        DeskForm.of(desk, address).translate("Une heure", "One hour").post();
        assertEquals(List.of("MACHINE"), TestTown.rows("""
                SELECT d.origin FROM translation_draft d JOIN mission m ON m.commitment_text = d.text_id
                JOIN contract c ON c.id = m.contract_id WHERE c.slug = 'avec-machine'
                """));
        assertFalse(read(town).contains("One hour"));
    }

    private static void badAnswersChangeNothing(TestTown town, TestTranslator server) {
        TestVisitor desk = town.coordinator("avec-machine").desk();
        String address = "/equipe/avec-machine/contenus/missions/interprete/es";
        server.answers((question, exchange) -> TestTranslator.send(exchange, 500, "{}"));
        DeskForm form = DeskForm.of(desk, address).translate("Interprète", "Intérprete");

        TestVisitor.Answer answer = form.post(address + "/machine");

        assertEquals(502, answer.status());
        assertTrue(answer.page().select(".summary").text().contains("La machine n’a rien donné"));
        assertEquals(
                "Intérprete",
                answer.page()
                        .select("[name='" + form.field("Interprète") + "']")
                        .val());
        server.answers((question, exchange) ->
                TestTranslator.send(exchange, 200, "{\"translatedText\": \"<script>alert(1)</script>\"}"));
        assertEquals(303, DeskForm.of(desk, address).post(address + "/machine").status());
        Document page = desk.page(address);
        assertTrue(page.select("main script").isEmpty());
        assertEquals(
                "<script>alert(1)</script>",
                page.select("[name='" + form.field("Une heure") + "']").val());
    }

    private static String read(TestTown town) {
        return town.visitor()
                .page("/en/avec-machine/benevoles/interprete")
                .select("main")
                .text();
    }
}
