package org.portevoix.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;

/** Each form of the running desk is an act that the sealed log names, and leaves a line when it commits anything. */
class ActAddressesTest {

    private static final TestTown TOWN = TestTown.open();
    /** Before the door: what these do is sealed by the accounts themselves (SealTest). */
    private static final Set<String> OPEN =
            Set.of("POST /equipe/connexion", "POST /equipe/mot-de-passe/{token}", "POST /equipe/mot-de-passe-oublie");

    private final ActAddresses addresses = TOWN.bean(ActAddresses.class);

    @Test
    void eachFormOfTheDeskIsAnActWithAName() {
        assertEquals(
                Set.of(),
                routes().stream()
                        .filter(route -> addresses.act(route).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)),
                "to be named in src/main/resources/seal/acts.txt");
    }

    @Test
    void whateverAFormOfTheDeskCommitsLeavesALineOfItsAct() {
        String here = TOWN.smallTown("sceau-formulaires");
        TestTown.Coordinator coordinator = TOWN.coordinator(here);
        TestTown.update("UPDATE account SET is_administrator = TRUE WHERE email = ?", coordinator.email());
        Map<String, String> unsealed = new TreeMap<>();
        Set<String> routes = routes();
        routes.removeAll(OPEN);
        for (String route : routes) {
            TestVisitor desk = coordinator.desk();
            String csrf =
                    desk.page("/equipe/sessions").select("input[name=csrf]").attr("value");
            String address = route.substring("POST ".length())
                    .replace("{contract}", here)
                    .replace("{day}", "2026-11-26")
                    .replace("{lang}", "ar")
                    .replaceAll("\\{(id|line|account)}", "0")
                    .replaceAll("\\{\\w+}", "inconnu");
            String before = last();
            desk.post(address + "?" + ChangeAtTheDesk.ASKED + "=essai", Map.of("csrf", csrf));
            List<String> lines = TestTown.rows("SELECT act FROM sealed_line WHERE number > ?", before);
            if (!lines.contains(addresses.act(route).orElse(Act.OTHER).name())) {
                unsealed.put(route, lines.toString());
            }
            if (route.endsWith("/deconnexion")) {
                desk.post(
                        "/equipe/connexion", Map.of("email", coordinator.email(), "password", coordinator.password()));
            }
        }
        assertEquals(Map.of(), unsealed);
        assertEquals(
                List.of("essai"),
                TestTown.rows("SELECT DISTINCT tag FROM page_change WHERE tag = 'essai'"),
                "the changes were committed");
    }

    private static String last() {
        return TestTown.rows("SELECT COALESCE(MAX(number), 0) FROM sealed_line").getFirst();
    }

    private static Set<String> routes() {
        return TOWN.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .map(route ->
                        "POST " + ActAddresses.path(route.getUriMatchTemplate().toString()))
                .filter(route -> route.matches("POST /equipe(/.*)?"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
