package org.portevoix.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInControllerTest implements TestPropertyProvider {

    @Inject
    EmbeddedServer server;

    @Inject
    Accounts accounts;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    @Test
    void theRightPasswordOpensTheDesk() {
        administrator("droit@ville.fr");
        DeskVisitor visitor = new DeskVisitor(server);
        DeskVisitor.Answer answer = visitor.signIn(" Droit@Ville.FR ", DeskVisitor.PASSWORD);
        assertEquals(303, answer.status());
        assertEquals("/equipe", answer.header("Location"));
        String cookie = answer.header("Set-Cookie").toLowerCase(java.util.Locale.ROOT);
        assertTrue(cookie.contains("httponly") && cookie.contains("samesite=lax") && cookie.contains("path=/equipe"));
        DeskVisitor.Answer home = visitor.get("/equipe");
        assertEquals(200, home.status());
        assertEquals("no-store", home.header("Cache-Control"));
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailGetTheSameAnswer() {
        administrator("faux@ville.fr");
        DeskVisitor.Answer wrong = new DeskVisitor(server).signIn("faux@ville.fr", "ce n’est pas lui");
        DeskVisitor.Answer unknown = new DeskVisitor(server).signIn("faux@ville.fx", "ce n’est pas lui");
        assertEquals(422, wrong.status());
        assertEquals(422, unknown.status());
        assertEquals(wrong.response().body(), unknown.response().body().replace("faux@ville.fx", "faux@ville.fr"));
        assertEquals("", wrong.header("Set-Cookie"));
    }

    @Test
    void tooManyWrongPasswordsForOneAccountAreRefusedEvenBeforeTheRightOne() {
        administrator("essais@ville.fr");
        DeskVisitor visitor = new DeskVisitor(server);
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    422, visitor.signIn("essais@ville.fr", "pas encore " + i).status());
        }
        assertEquals(
                429, visitor.signIn("essais@ville.fr", DeskVisitor.PASSWORD).status());
        assertNull(visitor.token());
    }

    @Test
    void aFormWithoutTheTokenOfTheSessionIsRefusedWhateverItsAddress() {
        administrator("jeton@ville.fr");
        DeskVisitor visitor = new DeskVisitor(server);
        visitor.signIn("jeton@ville.fr", DeskVisitor.PASSWORD);
        for (String address : new String[] {"/equipe/mot-de-passe", "/equipe/mot-de-passe/", "/equipe/deconnexion/"}) {
            assertEquals(403, visitor.post(address, Map.of("password", "x")).status(), address);
        }
    }

    @Test
    void comesBackToThePageAskedForAndNeverElsewhere() {
        administrator("vers@ville.fr");
        DeskVisitor visitor = new DeskVisitor(server);
        assertEquals(
                "/equipe/connexion?vers=%2Fequipe%2Fville%2Favis%3Fpage%3D2",
                visitor.get("/equipe/ville/avis?page=2").header("Location"));
        assertEquals("/equipe/ville/avis?page=2", target("/equipe/ville/avis?page=2"));
        for (String elsewhere :
                new String[] {"//mechant.fr", "https://mechant.fr", "/equipe/\\mechant", "/fr", "/equipe//x"}) {
            assertEquals("/equipe", target(elsewhere));
        }
    }

    @Test
    void signingInAgainGivesAnotherTokenAndEndsTheOldOne() {
        administrator("encore@ville.fr");
        DeskVisitor visitor = new DeskVisitor(server);
        visitor.signIn("encore@ville.fr", DeskVisitor.PASSWORD);
        String first = visitor.token();
        visitor.signIn("encore@ville.fr", DeskVisitor.PASSWORD);
        assertNotEquals(first, visitor.token());
        visitor.take(first);
        assertEquals(303, visitor.get("/equipe").status());
    }

    @Test
    void signingOutEndsTheSession() {
        administrator("fini@ville.fr");
        DeskVisitor visitor = new DeskVisitor(server);
        visitor.signIn("fini@ville.fr", DeskVisitor.PASSWORD);
        String token = visitor.token();
        assertEquals(403, visitor.post("/equipe/deconnexion", Map.of()).status());
        assertEquals(303, visitor.postFromDesk("/equipe/deconnexion", Map.of()).status());
        assertNull(visitor.token());
        visitor.take(token);
        assertEquals(303, visitor.get("/equipe").status());
    }

    @Test
    void aFormSentAfterTheSessionEndedKeepsTheWords() {
        String words = "Une longue réponse qui a pris une heure à écrire.";
        DeskVisitor.Answer answer = new DeskVisitor(server).post("/equipe/ville/avis/1/reponse", Map.of("text", words));
        assertEquals(401, answer.status());
        assertEquals(words, answer.page().select("textarea").text());
    }

    @Nested
    class AOneTimeLink {

        @Test
        void choosesAPasswordOnceAndSignsOutEverywhere() {
            administrator("lien@ville.fr");
            DeskVisitor before = new DeskVisitor(server);
            before.signIn("lien@ville.fr", DeskVisitor.PASSWORD);
            String link = "/equipe/mot-de-passe/"
                    + accounts.resetPassword("Lien@ville.fr").orElseThrow();
            DeskVisitor visitor = new DeskVisitor(server);
            assertEquals(
                    "lien@ville.fr",
                    visitor.get(link).page().select("#field-email").attr("value"));
            assertEquals(422, choose(visitor, link, "court", "court").status());
            assertEquals(
                    422,
                    choose(visitor, link, "un autre mot de passe", "une faute de frappe")
                            .status());
            assertEquals(
                    303,
                    choose(visitor, link, "un autre mot de passe", "un autre mot de passe")
                            .status());
            assertEquals(404, visitor.get(link).status());
            assertEquals(
                    404,
                    choose(visitor, link, "encore un mot de passe", "encore un mot de passe")
                            .status());
            assertEquals(303, before.get("/equipe").status());
            assertEquals(
                    422, visitor.signIn("lien@ville.fr", DeskVisitor.PASSWORD).status());
            assertEquals(
                    303,
                    visitor.signIn("lien@ville.fr", "un autre mot de passe").status());
        }

        @Test
        void isNotGivenForAnEmailThatNobodyHas() {
            assertFalse(accounts.resetPassword("personne@ville.fr").isPresent());
            assertEquals(
                    404,
                    new DeskVisitor(server).get("/equipe/mot-de-passe/invente").status());
        }
    }

    @Test
    void changingAPasswordAsksForThePresentOneAndSignsOut() {
        administrator("change@ville.fr");
        DeskVisitor visitor = new DeskVisitor(server);
        visitor.signIn("change@ville.fr", DeskVisitor.PASSWORD);
        Map<String, String> fields = Map.of(
                "present-password",
                "pas lui",
                "password",
                "un nouveau mot à moi",
                "password-again",
                "un nouveau mot à moi");
        assertEquals(422, visitor.postFromDesk("/equipe/mot-de-passe", fields).status());
        Map<String, String> right = new TreeMap<>(fields);
        right.put("present-password", DeskVisitor.PASSWORD);
        assertEquals(303, visitor.postFromDesk("/equipe/mot-de-passe", right).status());
        assertEquals(303, visitor.get("/equipe").status());
        assertEquals(
                303, visitor.signIn("change@ville.fr", "un nouveau mot à moi").status());
    }

    private static DeskVisitor.Answer choose(DeskVisitor visitor, String link, String password, String again) {
        return visitor.post(link, Map.of("password", password, "password-again", again));
    }

    private static String target(String asked) {
        return SignInPages.target(asked);
    }

    private void administrator(String email) {
        accounts.choosePassword(accounts.createAdministrator(email, email).orElseThrow(), DeskVisitor.PASSWORD);
    }
}
