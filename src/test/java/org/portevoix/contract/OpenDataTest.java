package org.portevoix.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portevoix.OpenDataSite.named;
import static org.portevoix.OpenDataSite.slugs;
import static org.portevoix.OpenDataSite.words;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portevoix.OpenDataSite;

/** What is true of every list. */
class OpenDataTest {
    private static final List<String> LISTS =
            List.of("actions", "events", "consultations", "missions", "followups", "opinions");

    private final OpenDataSite site = OpenDataSite.open();

    @Test
    void everyListOfTheSampleIsAnArray() {
        site.imports(OpenDataSite.sample("ouvert"));
        for (String name : LISTS.subList(0, 5)) {
            List<JsonNode> items = site.list("ouvert/" + name);
            assertFalse(items.isEmpty(), name);
            for (JsonNode item : items) {
                assertFalse(item.get("slug").getStringValue().isEmpty(), name);
                assertFalse(item.get("title").getStringValue().isEmpty(), name);
                assertEquals("fr", item.get("language").getStringValue(), name);
                assertEquals(0, item.get("otherLanguages").size(), name);
                assertTrue(item.get("url").getStringValue().startsWith(OpenDataSite.ADDRESS + "/fr/ouvert/"), name);
            }
        }
        assertEquals(List.of(), site.list("ouvert/opinions"));
    }

    @Test
    void aContractTellsWhatItIsMadeOf() {
        site.imports(OpenDataSite.town("fait-de"));
        JsonNode contract = named(site.list(""), "fait-de");
        assertEquals(
                "Contrat local de santé de Petite-Ville", contract.get("title").getStringValue());
        assertEquals("Petite-Ville", contract.get("territory").getStringValue());
        assertFalse(contract.get("isExample").getBooleanValue());
        assertTrue(contract.get("starts").isNull());
        assertEquals(List.of("fr", "ar"), words(contract.get("languages")));
        assertEquals(List.of("logement", "soins"), slugs(items(contract.get("axes"))));
        assertEquals(List.of("centre", "gare"), slugs(items(contract.get("neighbourhoods"))));
        assertEquals(OpenDataSite.ADDRESS + "/fr/fait-de", contract.get("url").getStringValue());
        JsonNode arabic = named(site.list("?lang=ar"), "fait-de");
        assertEquals("عقد الصحة المحلي", arabic.get("title").getStringValue());
        assertEquals("ar", arabic.get("language").getStringValue());
    }

    @Test
    void aNewContractJoinsTheList() {
        site.imports(OpenDataSite.town("avant"));
        assertFalse(slugs(site.list("")).contains("apres"));
        site.imports(OpenDataSite.town("apres"));
        List<String> slugs = slugs(site.list(""));
        assertTrue(slugs.contains("apres"));
        assertEquals(slugs.stream().sorted().toList(), slugs);
    }

    @Test
    void whatIsNotTranslatedSaysInWhichLanguageItIs() {
        site.imports(OpenDataSite.town("en-arabe"));
        JsonNode action = named(site.list("en-arabe/actions?lang=ar"), "plomb");
        assertEquals("ar", action.get("language").getStringValue());
        assertEquals("سكن بدون رصاص", action.get("title").getStringValue());
        assertEquals("On teste la peinture.", action.get("summary").getStringValue());
        assertEquals("fr", action.get("otherLanguages").get("summary").getStringValue());
        assertEquals("fr", action.get("otherLanguages").get("practical.hours").getStringValue());
        JsonNode event = named(site.list("en-arabe/events?lang=ar"), "forum");
        assertEquals("fr", event.get("language").getStringValue());
        assertEquals(0, event.get("otherLanguages").size());
        assertEquals(
                OpenDataSite.ADDRESS + "/ar/en-arabe/agenda/forum",
                event.get("url").getStringValue());
    }

    @Test
    void anUnknownContractIsNotFound() {
        for (String name : LISTS) {
            HttpResponse<String> answer = site.get("/api/v1/contracts/nulle-part/" + name);
            assertEquals(404, answer.statusCode(), name);
            assertFalse(site.json(answer.body()).get("error").getStringValue().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?lang=xx", "?lang=FR", "?lang=", "?lang=fr-FR", "?lang=%7a%7a", "?lang=../fr"})
    void anUnknownLanguageIsRefusedWithAReason(String query) {
        site.imports(OpenDataSite.town("langue-inconnue"));
        for (String address : List.of("", "/langue-inconnue/actions", "/langue-inconnue/opinions")) {
            HttpResponse<String> answer = site.get("/api/v1/contracts" + address + query);
            assertEquals(400, answer.statusCode());
            assertTrue(site.json(answer.body()).get("error").getStringValue().contains("langue"));
        }
    }

    @Test
    void aQueryThatNobodyCanReadIsRefused() throws IOException {
        site.imports(OpenDataSite.town("illisible"));
        for (String address : List.of("/api/v1/contracts/illisible/actions", "/fr/illisible/agenda")) {
            try (Socket socket = new Socket("127.0.0.1", site.port())) {
                socket.getOutputStream()
                        .write(("GET " + address + "?lang=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            }
        }
    }

    @Test
    void anotherSpellingOfAQueryDoesNotTakeThePlaceOfTheFirst() {
        site.imports(OpenDataSite.town("orthographe"));
        for (String query : List.of("?l%61ng=ar", "?lang=%61r", "?x=1;lang=ar", "?lang=ar&lang=fr")) {
            site.get("/api/v1/contracts/orthographe/actions" + query);
        }
        assertEquals(
                "fr",
                site.list("orthographe/actions").getFirst().get("language").getStringValue());
        assertEquals(
                400, site.get("/api/v1/contracts/orthographe/actions?lang=AR").statusCode());
    }

    @Test
    void pagesOfAnySiteMayReadIt() {
        site.imports(OpenDataSite.town("partout"));
        HttpResponse<String> first = site.get("/api/v1/contracts/partout/events", "Origin", "https://other.example");
        assertEquals(200, first.statusCode());
        assertOpen(first);
        assertEquals(
                "application/json", first.headers().firstValue("Content-Type").orElse(""));
        HttpResponse<String> kept = site.get(
                "/api/v1/contracts/partout/events",
                "If-None-Match",
                first.headers().firstValue("ETag").orElse(""));
        assertEquals(304, kept.statusCode());
        assertOpen(kept);
        assertOpen(site.get("/api/v1/contracts/partout/participation.csv"));
        assertOpen(site.get("/api/v1/contracts/nulle-part/events"));
        HttpResponse<String> page = site.get("/fr/partout/agenda", "Origin", "https://other.example");
        assertTrue(page.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        assertEquals(
                "same-origin",
                page.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""));
    }

    private static void assertOpen(HttpResponse<String> answer) {
        assertEquals(List.of("*"), answer.headers().allValues("Access-Control-Allow-Origin"));
        assertEquals(List.of("cross-origin"), answer.headers().allValues("Cross-Origin-Resource-Policy"));
    }

    private static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.values().forEach(items::add);
        return items;
    }
}
