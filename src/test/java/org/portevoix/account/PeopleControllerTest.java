package org.portevoix.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;

/** Letting people in and out, as a coordinator and as somebody who administers the site do. */
class PeopleControllerTest {

    private static final TestTown TOWN = TestTown.open();
    private static final String TOWN_OF_PEOPLE = "comptes-essai";
    private static final String PAGE = "/equipe/" + TOWN_OF_PEOPLE + "/comptes";

    @BeforeAll
    static void importContracts() {
        TOWN.smallTown(TOWN_OF_PEOPLE);
        TOWN.smallTown("comptes-ailleurs");
    }

    @Test
    void anInvitedPersonGetsALetterAndChoosesTheirPassword() {
        DeskVisitor coordinator = member("chef@comptes.example", Role.COORDINATOR, TOWN_OF_PEOPLE);
        DeskVisitor.Answer answer = coordinator.postFromDesk(
                PAGE, Map.of("email", " Zohra.Invitee@Comptes.Example", "name", "Zohra Invitée", "role", "TRANSLATOR"));
        assertEquals(200, answer.status());
        String link = answer.page().select(".done code").text();
        assertTrue(link.contains("/equipe/mot-de-passe/"), link);
        long id = id("zohra.invitee@comptes.example");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertEquals(
                List.of("WAITING"),
                TestTown.rows(
                        "SELECT state FROM letter WHERE contract_id = ? AND letter_key = ?",
                        contract(TOWN_OF_PEOPLE),
                        "invitation/" + HexFormat.of().formatHex(Tokens.hash(token), 0, 16)));
        assertFalse(coordinator.get(PAGE).page().text().contains(token));
        DeskVisitor zohra = new DeskVisitor(TOWN.address());
        String path = link.substring(link.indexOf("/equipe"));
        assertEquals(
                303,
                zohra.post(path, Map.of("password", DeskVisitor.PASSWORD, "password-again", DeskVisitor.PASSWORD))
                        .status());
        zohra.signIn("zohra.invitee@comptes.example", DeskVisitor.PASSWORD);
        assertEquals(200, zohra.get("/equipe").status());
        assertEquals(403, zohra.get(PAGE).status());
        assertTrue(TOWN.bean(Accounts.class).people(contract(TOWN_OF_PEOPLE), Role.TRANSLATOR).stream()
                .anyMatch(person -> person.id() == id));
    }

    @Test
    void aChangedRoleIsTrueFromTheNextPageOn() {
        DeskVisitor coordinator = member("chef2@comptes.example", Role.COORDINATOR, TOWN_OF_PEOPLE);
        DeskVisitor changed = member("change@comptes.example", Role.COMMITTEE, TOWN_OF_PEOPLE);
        assertEquals(403, changed.get(PAGE).status());
        String address = PAGE + "/" + id("change@comptes.example");
        assertEquals(
                303,
                coordinator
                        .postFromDesk(address + "/role", Map.of("from", "COMMITTEE", "role", "COORDINATOR"))
                        .status());
        assertEquals(200, changed.get(PAGE).status());
        assertEquals(
                303,
                coordinator
                        .postFromDesk(address + "/retrait", Map.of("role", "COORDINATOR"))
                        .status());
        assertEquals(404, changed.get(PAGE).status());
    }

    @Test
    void theOnlyCoordinatorCannotLetThemselvesGo() {
        TOWN.smallTown("comptes-seul");
        DeskVisitor alone = member("seule@comptes.example", Role.COORDINATOR, "comptes-seul");
        String page = "/equipe/comptes-seul/comptes";
        String address = page + "/" + id("seule@comptes.example");
        alone.postFromDesk(
                page, Map.of("email", "pas.venu@comptes.example", "name", "Pas Venu", "role", "COORDINATOR"));
        assertEquals(
                page + "?fait=seul",
                alone.postFromDesk(address + "/retrait", Map.of("role", "COORDINATOR"))
                        .header("Location"));
        assertEquals(
                page + "?fait=seul",
                alone.postFromDesk(address + "/role", Map.of("from", "COORDINATOR", "role", "HOST"))
                        .header("Location"));
        assertEquals(200, alone.get(page).status());
        member("deux@comptes.example", Role.COORDINATOR, "comptes-seul");
        assertEquals(
                page + "?fait=retrait",
                alone.postFromDesk(address + "/retrait", Map.of("role", "COORDINATOR"))
                        .header("Location"));
        assertEquals(404, alone.get(page).status());
    }

    @Test
    void aCoordinatorNeverSeesTheLinkOfSomebodyWhoIsMoreThanTheirs() {
        DeskVisitor coordinator = member("chef3@comptes.example", Role.COORDINATOR, TOWN_OF_PEOPLE);
        Accounts accounts = TOWN.bean(Accounts.class);
        accounts.createAdministrator("grande@comptes.example", "Grande");
        accounts.create("grande@comptes.example", "Grande", Role.HOST, contract(TOWN_OF_PEOPLE));
        accounts.create("double@comptes.example", "Double", Role.COORDINATOR, contract("comptes-ailleurs"));
        accounts.create("double@comptes.example", "Double", Role.HOST, contract(TOWN_OF_PEOPLE));
        for (String email : List.of("grande@comptes.example", "double@comptes.example")) {
            DeskVisitor.Answer answer = coordinator.postFromDesk(PAGE + "/" + id(email) + "/lien", Map.of());
            assertEquals(200, answer.status());
            assertEquals(1, answer.page().select(".done").size());
            assertEquals("", answer.page().select(".done code").text(), email);
        }
        DeskVisitor.Answer known = coordinator.postFromDesk(
                PAGE, Map.of("email", "grande@comptes.example", "name", "Autre Nom", "role", "TRANSLATOR"));
        assertEquals("", known.page().select(".done code").text());
    }

    @Test
    void aFormWithoutNameAddressOrRoleComesBackWithItsWords() {
        DeskVisitor coordinator = member("chef4@comptes.example", Role.COORDINATOR, TOWN_OF_PEOPLE);
        DeskVisitor.Answer answer =
                coordinator.postFromDesk(PAGE, Map.of("email", "pas une adresse", "name", "", "role", "COUNCIL"));
        assertEquals(422, answer.status());
        assertEquals(
                List.of("#field-name", "#field-email", "#field-role"),
                answer.page().select(".errors a").eachAttr("href"));
        assertEquals("pas une adresse", answer.page().select("#field-email").attr("value"));
    }

    @Nested
    class OfTheWholeSite {

        @Test
        void anAdministratorInvitesAnotherAndCloses() {
            DeskVisitor administrator = administrator("admin1@comptes.example");
            DeskVisitor.Answer answer = administrator.postFromDesk(
                    "/equipe/comptes", Map.of("email", "admin2@comptes.example", "name", "Deuxième"));
            assertEquals(200, answer.status());
            assertTrue(answer.page().select(".done code").text().contains("/equipe/mot-de-passe/"));
            assertEquals(
                    422,
                    administrator
                            .postFromDesk(
                                    "/equipe/comptes", Map.of("email", "admin2@comptes.example", "name", "Deuxième"))
                            .status());
            DeskVisitor closed = member("ferme@comptes.example", Role.COORDINATOR, TOWN_OF_PEOPLE);
            assertEquals(200, closed.get("/equipe").status());
            administrator.postFromDesk("/equipe/comptes/" + id("ferme@comptes.example") + "/fermeture", Map.of());
            assertEquals(303, closed.get("/equipe").status());
            assertEquals(
                    422,
                    closed.signIn("ferme@comptes.example", DeskVisitor.PASSWORD).status());
            Document page = administrator.get("/equipe/comptes").page();
            assertFalse(page.text().contains("ferme@comptes.example"));
        }

        @Test
        void administrationIsGivenAndTakenButNotTheLast() {
            DeskVisitor administrator = administrator("admin3@comptes.example");
            member("monte@comptes.example", Role.HOST, TOWN_OF_PEOPLE);
            String address = "/equipe/comptes/" + id("monte@comptes.example") + "/administration";
            administrator.postFromDesk(address, Map.of("administrator", "yes"));
            assertEquals(
                    List.of("1"),
                    TestTown.rows("SELECT is_administrator FROM account WHERE email = 'monte@comptes.example'"));
            administrator.postFromDesk(address, Map.of("administrator", "no"));
            assertEquals(
                    List.of("0"),
                    TestTown.rows("SELECT is_administrator FROM account WHERE email = 'monte@comptes.example'"));
            // The test database has administrators of other tests: with the rule alone.
            Team team = TOWN.bean(Team.class);
            List<String> others = TestTown.rows(
                    "SELECT id FROM account WHERE is_administrator = TRUE AND is_active = TRUE AND password_hash IS NOT NULL AND email <> 'admin3@comptes.example'");
            others.forEach(other -> assertTrue(team.setAdministrator(Long.parseLong(other), false)));
            long last = id("admin3@comptes.example");
            assertFalse(team.setAdministrator(last, false));
            assertFalse(team.close(last));
            others.forEach(other -> team.setAdministrator(Long.parseLong(other), true));
        }
    }

    @Nested
    class AForgottenPassword {

        @Test
        void isAnsweredTheSameWhoeverAsksAndWritesOnlyToThoseWhoAreHere() throws Exception {
            member("oublie@comptes.example", Role.HOST, TOWN_OF_PEOPLE);
            DeskVisitor anybody = new DeskVisitor(TOWN.address());
            DeskVisitor.Answer known =
                    anybody.post("/equipe/mot-de-passe-oublie", Map.of("email", "oublie@comptes.example"));
            DeskVisitor.Answer unknown =
                    anybody.post("/equipe/mot-de-passe-oublie", Map.of("email", "inconnue@comptes.example"));
            assertEquals(303, known.status());
            assertEquals(known.status(), unknown.status());
            assertEquals(known.header("Location"), unknown.header("Location"));
            assertEquals(known.response().body(), unknown.response().body());
            for (int tries = 0; links("oublie@comptes.example") == 0 && tries < 200; tries++) {
                Thread.sleep(50);
            }
            assertEquals(1, links("oublie@comptes.example"));
            Invitations invitations = TOWN.bean(Invitations.class);
            List<String> first = hash("oublie@comptes.example");
            invitations.reset("oublie@comptes.example");
            assertEquals(first, hash("oublie@comptes.example"), "nobody is flooded");
            TOWN.clock().pass(Duration.ofMinutes(11));
            invitations.reset("oublie@comptes.example");
            assertNotEquals(first, hash("oublie@comptes.example"));
        }

        private static long links(String email) {
            return hash(email).size();
        }

        private static List<String> hash(String email) {
            return TestTown.rows(
                    "SELECT HEX(token_hash) FROM one_time_link l JOIN account a ON a.id = l.account_id WHERE a.email = ?",
                    email);
        }
    }

    @Test
    void oneSeesWhereOneIsSignedInAndSignsOutEverywhereElse() {
        DeskVisitor here = member("partout@comptes.example", Role.HOST, TOWN_OF_PEOPLE);
        DeskVisitor there = new DeskVisitor(TOWN.address());
        there.signIn("partout@comptes.example", DeskVisitor.PASSWORD);
        Document page = here.get("/equipe/sessions").page();
        assertEquals(2, page.select("tbody tr").size());
        assertEquals(1, page.select("tbody strong").size());
        assertEquals(
                303, here.postFromDesk("/equipe/sessions/fermeture", Map.of()).status());
        assertEquals("/equipe/connexion", there.get("/equipe").header("location"));
        assertEquals(1, here.get("/equipe/sessions").page().select("tbody tr").size());
    }

    @Test
    void anAccountThatNobodyUsesIsClosedThenForgotten() {
        TOWN.smallTown("comptes-oubli");
        member("oubliee@comptes.example", Role.COORDINATOR, "comptes-oubli");
        member("vive@comptes.example", Role.HOST, "comptes-oubli");
        long id = id("oubliee@comptes.example");
        TestTown.update("UPDATE account SET seen_at = '2020-01-15 10:00:00' WHERE id = ?", id);
        Accounts accounts = TOWN.bean(Accounts.class);
        long contract = contract("comptes-oubli");
        accounts.eraseUnused(contract, java.time.Instant.parse("2020-01-10T00:00:00Z"));
        assertEquals(List.of("oubliee@comptes.example 1"), row(id));
        accounts.eraseUnused(contract, java.time.Instant.parse("2020-01-20T00:00:00Z"));
        assertEquals(List.of("oubliee@comptes.example 0"), row(id));
        accounts.eraseUnused(contract, java.time.Instant.parse("2020-02-20T00:00:00Z"));
        assertEquals(List.of("efface-" + id + "@invalid 0"), row(id));
        assertEquals(List.of("vive@comptes.example 1"), row(id("vive@comptes.example")));
    }

    private static List<String> row(long id) {
        return TestTown.rows("SELECT email, is_active FROM account WHERE id = ?", id);
    }

    private static DeskVisitor member(String email, Role role, String slug) {
        Accounts accounts = TOWN.bean(Accounts.class);
        accounts.create(email, "Personne " + email.charAt(0), role, contract(slug))
                .ifPresent(link -> accounts.choosePassword(link, DeskVisitor.PASSWORD));
        return signedIn(email);
    }

    private static DeskVisitor administrator(String email) {
        Accounts accounts = TOWN.bean(Accounts.class);
        accounts.createAdministrator(email, "Administration")
                .ifPresent(link -> accounts.choosePassword(link, DeskVisitor.PASSWORD));
        return signedIn(email);
    }

    private static DeskVisitor signedIn(String email) {
        DeskVisitor visitor = new DeskVisitor(TOWN.address());
        assertEquals(303, visitor.signIn(email, DeskVisitor.PASSWORD).status());
        return visitor;
    }

    private static long id(String email) {
        return Objects.requireNonNull(TOWN.bean(AccountRepository.class)
                .findByEmail(email)
                .orElseThrow()
                .id());
    }

    private static long contract(String slug) {
        return TOWN.bean(Contracts.class).find(slug).map(Contract::id).orElseThrow();
    }
}
