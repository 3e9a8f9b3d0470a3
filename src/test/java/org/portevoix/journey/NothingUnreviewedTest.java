package org.portevoix.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestTown;
import org.portevoix.TestTown.Coordinator;
import org.portevoix.TestVisitor;
import org.portevoix.poster.PrintedWords;

/**
 * Walks every address that the world may read, before and after the team decides: what nobody has reviewed, what was refused, passed on, undone,
 * withdrawn, kept for the team, and who registered, is on none; nor in a feed, a table, a poster, an answer to HEAD.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingUnreviewedTest {

    /** Behind a code or a token, for its holder alone; or of the operator. What they show has tests of its own. */
    private static final List<String> NOT_OF_THE_WORLD = List.of(
            "/\\{lang}/suivi/\\{code}.*",
            "/pilote/.*",
            // A member's own link; what is in a pack: PackTest.
            "/dossier/\\{token}.*",
            "/prometheus",
            "/metrics",
            "/health.*",
            // Sounds and pictures that the team reviewed, by their digest: no words, and this small town has none.
            "/images/\\{digest}",
            "/voix/\\{digest}");

    private final TestTown town = TestTown.open();
    private final String contract = town.smallTown("rien-sans-relecture");
    private Coordinator coordinator;
    private final Map<String, String> codes = new LinkedHashMap<>();
    private Map<String, String> before = Map.of();
    private Map<String, String> after = Map.of();

    @BeforeAll
    void writeWalkDecideAndWalkAgain() throws Exception {
        coordinator = town.coordinator(contract);
        for (String fate : List.of("attente", "refus", "transmis", "annule", "retire", "indesirable", "publie")) {
            codes.put(fate, give(sentinel(fate), "yes"));
        }
        codes.put("prive", give(sentinel("prive"), "no"));
        codes.put("detresse", give("Je veux mourir, je n’en peux plus. " + sentinel("detresse"), "yes"));
        TestVisitor resident = town.visitor();
        String session = "/fr/" + contract + "/agenda/forum/2027-07-14";
        TestVisitor.Answer registered = resident.post(
                session,
                Map.of(
                        "key", TestTown.key(resident.page(session)),
                        "first_name", sentinel("prenom"),
                        "interpreter", sentinel("interprete"),
                        "people", "1"));
        assertEquals(303, registered.status(), registered.text());
        codes.put("inscription", registered.location().substring("/fr/suivi/".length()));

        before = walk();

        assertEquals(303, coordinator.refuse(number("refus"), "OFF_TOPIC").status());
        assertEquals(303, coordinator.refuse(number("indesirable"), "SPAM").status());
        assertEquals(
                303,
                coordinator
                        .decide(number("transmis"), Map.of("decision", "pass_on", "passed_to", "Le service"))
                        .status());
        long undone = number("annule");
        long withdrawn = number("retire");
        assertEquals(303, coordinator.publish(number("publie")).status());
        assertEquals(303, coordinator.publish(undone).status());
        assertEquals(303, coordinator.publish(withdrawn).status());
        // Into the caches, from which it has to go again.
        assertTrue(page().contains(sentinel("annule")) && page().contains(sentinel("retire")));
        undo(undone);
        town.visitor().post("/fr/suivi/" + codes.get("retire") + "/retrait", Map.of());

        after = walk();
    }

    @Test
    void beforeTheTeamReadsThemNoWordsAreAnywhere() {
        assertEquals(Map.of(), found(before, codes.keySet().stream()));
    }

    @Test
    void afterwardsOnlyThoseThatWerePublishedAre() {
        assertEquals(Map.of(), found(after, codes.keySet().stream().filter(fate -> !fate.equals("publie"))));
        Set<String> shown = found(after, Stream.of("publie")).keySet();
        assertTrue(
                shown.containsAll(Set.of(
                        "/fr/" + contract + "/avis/avis",
                        "/ar/" + contract + "/avis/avis",
                        "/api/v1/contracts/" + contract + "/opinions")),
                shown::toString);
    }

    @Test
    void noCodeAndNoNameIsAnywhere() {
        for (Map<String, String> walked : List.of(before, after)) {
            assertEquals(Map.of(), found(walked, Stream.of("prenom", "interprete")));
            walked.forEach((path, body) ->
                    codes.values().forEach(code -> assertFalse(path.contains(code) || body.contains(code), path)));
        }
    }

    @Test
    void everyAddressOfTheWorldWasRead() {
        Set<String> unread = routes().stream()
                .filter(route -> NOT_OF_THE_WORLD.stream().noneMatch(route::matches))
                .filter(route -> {
                    String pattern = pattern(route);
                    return after.keySet().stream()
                            .map(path -> path.replaceAll("[?#].*", ""))
                            .noneMatch(path -> path.matches(pattern));
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unread);
        assertTrue(after.size() > 100, after.size() + " addresses");
        assertTrue(
                after.entrySet().stream()
                        .anyMatch(read -> read.getKey().endsWith(".pdf")
                                && read.getValue().contains("Forum")),
                "the words of papers were read");
    }

    /** By its address: each page in each language, what it links to, the open data; papers as the words on them. */
    private Map<String, String> walk() throws Exception {
        Map<String, String> walked = new TreeMap<>(town.publicPages(contract));
        TestVisitor anybody = town.visitor();
        Set<String> more = new LinkedHashSet<>(List.of("/", "/fr", "/fr/suivi", "/robots.txt", "/sitemap.xml"));
        for (Map.Entry<String, String> read : walked.entrySet()) {
            Document page = Jsoup.parse(
                    read.getValue(), town.address().resolve(read.getKey()).toString());
            page.select("[href], [src], [action]").stream()
                    .flatMap(element -> Stream.of("href", "src", "action").map(element::attr))
                    .filter(address -> address.startsWith("/") && address.contains("/" + contract))
                    .map(address -> address.replaceAll("#.*", ""))
                    .filter(address -> address.matches(".*[.](pdf|ics|atom|svg|jpg|png|json|csv)([?].*)?"))
                    .forEach(more::add);
        }
        for (String route : routes()) {
            String address = route.replace("{lang}", "fr")
                    .replace("{contract}", contract)
                    .replace("{day}", "2027-07-14")
                    .replace("{paper}", "affiche")
                    .replace("{section}", "agenda")
                    .replace(
                            "{slug}",
                            route.contains("/avis/") ? "avis" : route.contains("/actions/") ? "plomb" : "forum");
            if (!address.contains("{") && NOT_OF_THE_WORLD.stream().noneMatch(route::matches)) {
                more.add(address);
            }
        }
        for (String address : more) {
            TestVisitor.Answer answer = anybody.get(address);
            walked.put(
                    address,
                    answer.header("Content-Type").startsWith("application/pdf")
                            ? printed(answer.bytes())
                            : answer.text());
        }
        for (String address :
                walked.keySet().stream().filter(path -> path.contains("avis")).toList()) {
            TestVisitor.Answer head = anybody.head(address);
            assertEquals(0, head.bytes().length, address);
            walked.put(address + "#HEAD", head.response().headers().map().toString());
            TestVisitor.Answer again =
                    anybody.get(address, "If-None-Match", head.etag().orElse("\"-\""), "Accept-Encoding", "gzip");
            walked.put(address + "#again", again.text());
        }
        return walked;
    }

    private static String printed(byte[] pdf) throws Exception {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            return PrintedWords.of(paper);
        }
    }

    /** Those of these sentinels that stand somewhere, by the address. */
    private static Map<String, Set<String>> found(Map<String, String> walked, Stream<String> fates) {
        Set<String> sought = fates.map(NothingUnreviewedTest::sentinel).collect(Collectors.toSet());
        Map<String, Set<String>> found = new TreeMap<>();
        walked.forEach((path, body) -> {
            Set<String> here = sought.stream().filter(body::contains).collect(Collectors.toSet());
            if (!here.isEmpty()) {
                found.put(path, here);
            }
        });
        return found;
    }

    private Set<String> routes() {
        return town.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate()
                        .toString()
                        .replaceAll("\\{[?&][^}]*}", "")
                        .replaceAll("\\{(\\w+)(:(\\[[^]]*]|[^{}\\[])*)?}", "{$1}"))
                .filter(route -> !route.matches("/equipe(/.*)?"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pattern(String route) {
        return Stream.of(route.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{") ? "[^/]+" : java.util.regex.Pattern.quote(part))
                .collect(Collectors.joining());
    }

    private static String sentinel(String fate) {
        return "Sentinelle" + fate + "4815";
    }

    private String give(String words, String mayShow) {
        return town.give("fr", contract, "avis", Map.of("q-venu", "non", "q-pourquoi", words, "may_show", mayShow));
    }

    private long number(String fate) {
        return coordinator.opinionWith(sentinel(fate));
    }

    private String page() {
        return town.visitor().page("/fr/" + contract + "/avis/avis").text();
    }

    private void undo(long opinion) {
        String address = "/equipe/" + contract + "/avis/" + opinion;
        Document page = coordinator.desk().page(address);
        Map<String, String> form = new TreeMap<>();
        for (String field : List.of("csrf", "made")) {
            form.put(field, page.select("input[name=" + field + "]").attr("value"));
        }
        assertEquals(303, coordinator.desk().post(address + "/annulation", form).status());
    }
}
