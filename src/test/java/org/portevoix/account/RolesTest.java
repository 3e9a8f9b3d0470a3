package org.portevoix.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.portevoix.TestTown;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;

/** Each address of the desk, with each form, asked for by everybody: who may is as src/test/resources/account/addresses.csv says. */
class RolesTest {

    private static final Path TABLE = Path.of("src/test/resources/account/addresses.csv");
    private static final Path WRITTEN = Path.of("docs/roles.md");
    private static final TestTown TOWN = TestTown.open();
    private static final String HERE = "roles-ici";
    private static final String ELSEWHERE = "roles-ailleurs";

    /** Everybody who may knock, with the id of their account; nobody has none. */
    private static final Map<String, Long> PEOPLE = new LinkedHashMap<>();

    @BeforeAll
    static void invite() {
        long here = contract(TOWN.smallTown(HERE));
        long elsewhere = contract(TOWN.smallTown(ELSEWHERE));
        Accounts accounts = TOWN.bean(Accounts.class);
        for (Role role : Role.values()) {
            PEOPLE.put(role.name(), account(accounts, role.name().toLowerCase(java.util.Locale.ROOT), role, here));
        }
        PEOPLE.put("COORDINATOR ELSEWHERE", account(accounts, "ailleurs", Role.COORDINATOR, elsewhere));
        String administrator = "administration@roles.example";
        accounts.createAdministrator(administrator, "Administration")
                .ifPresent(link -> accounts.choosePassword(link, DeskVisitor.PASSWORD));
        PEOPLE.put(
                "ADMINISTRATOR",
                Objects.requireNonNull(
                        accounts.findByEmail(administrator).orElseThrow().id()));
    }

    @Test
    void eachAddressOfTheDeskIsInTheTableAndNoOther() throws IOException {
        assertEquals(routes(), rows().stream().map(Row::route).collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(rows().size() > 20);
    }

    @TestFactory
    Stream<DynamicTest> eachAddressOpensToThoseOfTheTableAlone() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.route() + " " + row.permission(),
                        () -> assertAll(Stream.concat(
                                Stream.of(() -> nobody(row)),
                                PEOPLE.keySet().stream().map(person -> () -> somebody(row, person))))));
    }

    @Test
    void theWrittenMatrixIsThatOfTheRoles() throws IOException {
        List<String> lines = Files.readAllLines(WRITTEN);
        List<String> header = cells(lines.stream()
                .filter(line -> line.contains("`COORDINATOR`"))
                .findFirst()
                .orElseThrow());
        Map<String, Set<Permission>> written = new TreeMap<>();
        Set<Permission> listed = EnumSet.noneOf(Permission.class);
        for (String line : lines) {
            for (Permission permission : Permission.values()) {
                if (line.startsWith("|") && line.contains("`" + permission + "`")) {
                    listed.add(permission);
                    List<String> cells = cells(line);
                    for (int i = 1; i < cells.size(); i++) {
                        String role = header.get(i).replaceAll(".*`(\\w+)`.*", "$1");
                        written.computeIfAbsent(role, key -> EnumSet.noneOf(Permission.class));
                        if (cells.get(i).equals("oui")) {
                            written.get(role).add(permission);
                        }
                    }
                }
            }
        }
        assertEquals(EnumSet.allOf(Permission.class), listed);
        Map<String, Set<Permission>> expected = new TreeMap<>();
        for (Role role : Role.values()) {
            expected.put(role.name(), role.permissions());
        }
        expected.put("ADMINISTRATOR", EnumSet.complementOf(EnumSet.of(Permission.COUNCIL, Permission.PRIORITY_AREAS)));
        assertEquals(expected, written);
    }

    /** Sent away to sign in; a form is answered by its own words, kept. */
    private static void nobody(Row row) {
        DeskVisitor.Answer answer = knock(row, new DeskVisitor(TOWN.address()), Map.of());
        if (row.isOpen()) {
            assertTrue(isLetIn(answer), () -> row.route() + " nobody: " + answer.status());
        } else if (row.isForm()) {
            assertEquals(401, answer.status(), () -> row.route() + " nobody");
        } else {
            assertEquals(303, answer.status(), () -> row.route() + " nobody");
            assertTrue(answer.header("Location").startsWith("/equipe/connexion"));
        }
    }

    private static void somebody(Row row, String person) {
        if (row.isForm() && !row.isOpen()) {
            assertEquals(
                    403,
                    knock(row, visitor(person), Map.of()).status(),
                    () -> row.route() + " without token, " + person);
            assertEquals(
                    403,
                    knock(row, visitor(person), Map.of("csrf", "x".repeat(64))).status(),
                    () -> row.route() + " another token, " + person);
        }
        DeskVisitor visitor = visitor(person);
        String csrf = visitor.get("/equipe/sessions")
                .page()
                .select("input[name=csrf]")
                .attr("value");
        assertFalse(csrf.isEmpty());
        int status = row.isOpen() ? 200 : expected(row, person);
        DeskVisitor.Answer answer = knock(row, visitor, Map.of("csrf", csrf));
        if (status == 200) {
            assertTrue(
                    isLetIn(answer),
                    () -> row.route() + " " + person + ": " + answer.status() + "\n"
                            + answer.response().body());
        } else {
            assertEquals(status, answer.status(), () -> row.route() + " " + person);
        }
    }

    /** 200 for whoever may. */
    private static int expected(Row row, String person) {
        boolean isAdministrator = person.equals("ADMINISTRATOR");
        if (row.permission().equals("SELF")) {
            return 200;
        }
        if (row.permission().equals("ADMINISTRATOR")) {
            return isAdministrator ? 200 : 403;
        }
        boolean isAnywhere = row.permission().startsWith("ANYWHERE ");
        Permission permission = Permission.valueOf(row.permission().replace("ANYWHERE ", ""));
        if (person.equals("COORDINATOR ELSEWHERE")) {
            return isAnywhere && Role.COORDINATOR.permissions().contains(permission) ? 200 : isAnywhere ? 403 : 404;
        }
        Collection<Permission> held = isAdministrator
                ? EnumSet.complementOf(EnumSet.of(Permission.COUNCIL, Permission.PRIORITY_AREAS))
                : Role.valueOf(person).permissions();
        return held.contains(permission) ? 200 : 403;
    }

    /** What is asked for may be there or not, the form may be empty: but the door was open. */
    private static boolean isLetIn(DeskVisitor.Answer answer) {
        return answer.status() < 500
                && answer.status() != 401
                && answer.status() != 403
                && answer.status() != 405
                && !(answer.status() == 303 && answer.header("Location").contains("/equipe/connexion?vers"));
    }

    private static DeskVisitor.Answer knock(Row row, DeskVisitor visitor, Map<String, String> fields) {
        return row.isForm() ? visitor.post(row.address(), fields) : visitor.get(row.address());
    }

    /** Signed in anew, since a form may sign out. */
    private static DeskVisitor visitor(String person) {
        DeskVisitor visitor = new DeskVisitor(TOWN.address());
        visitor.take(TOWN.bean(DeskSessions.class).open(Objects.requireNonNull(PEOPLE.get(person))));
        return visitor;
    }

    private static Set<String> routes() {
        return TOWN.bean(Router.class)
                .uriRoutes()
                .filter(route ->
                        route.getHttpMethod() != HttpMethod.HEAD && route.getHttpMethod() != HttpMethod.OPTIONS)
                .map(route -> route.getHttpMethod() + " "
                        + path(route.getUriMatchTemplate().toString()))
                .filter(route -> route.matches("\\w+ /equipe(/.*)?"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without what follows a question mark, and without the kinds of its arguments. */
    private static String path(String template) {
        return template.replaceAll("\\{[?&][^}]*}", "").replaceAll("\\{(\\w+)[^}]*}", "{$1}");
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (CSVRecord line : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(Files.newBufferedReader(TABLE))) {
            rows.add(new Row(
                    line.get("method"),
                    line.get("path"),
                    line.get("permission"),
                    line.isSet("arguments") ? line.get("arguments") : ""));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static long contract(String slug) {
        return TOWN.bean(Contracts.class).find(slug).map(Contract::id).orElseThrow();
    }

    private static long account(Accounts accounts, String name, Role role, long contract) {
        String email = name + "@roles.example";
        accounts.create(email, "Personne " + name, role, contract)
                .ifPresent(link -> accounts.choosePassword(link, DeskVisitor.PASSWORD));
        return Objects.requireNonNull(accounts.findByEmail(email).orElseThrow().id());
    }

    /**
     * A line of the table.
     *
     * @param permission one of {@link Permission}, in the contract of the address; or ANYWHERE and one; SELF for whoever is signed
     *     in; ADMINISTRATOR; OPEN for all the world
     * @param arguments of the address, "id=1 slug=forum"; the contract need not be given
     */
    record Row(
            String method,
            String path,
            String permission,
            @Nullable String arguments) {

        String route() {
            return method + " " + path;
        }

        boolean isForm() {
            return !method.equals("GET");
        }

        boolean isOpen() {
            return permission.equals("OPEN");
        }

        String address() {
            String address = path.replace("{contract}", HERE);
            for (String argument : Objects.requireNonNullElse(arguments, "").split(" ")) {
                String[] parts = argument.split("=", 2);
                if (parts.length == 2) {
                    address = address.replace("{" + parts[0] + "}", parts[1]);
                }
            }
            if (address.contains("{")) {
                throw new AssertionError("No sample argument for " + address);
            }
            return address;
        }
    }
}
