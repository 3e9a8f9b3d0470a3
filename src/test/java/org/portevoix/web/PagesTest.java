package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.TestVisitor.Answer;

/** What every answer of the site carries, and what the page cache does to it. */
class PagesTest {
    private static final String HERE = "/fr/" + TestTown.CONTRACT;
    private static final String FROM = "X-Forwarded-For";
    private static final String FORM = HERE + "/avis/sante-dans-ma-ville";

    private final TestTown town = TestTown.open();
    private final TestVisitor visitor = town.visitor();

    @Nested
    class APageWithoutForm {

        @ParameterizedTest
        @ValueSource(strings = {"gzip, deflate, br", "identity"})
        void isNotSentAgainToWhoHasIt(String encoding) {
            Answer first = visitor.get(HERE + "/actions", "Accept-Encoding", encoding);
            assertEquals(200, first.status());
            assertEquals("public, no-cache", first.header("Cache-Control"));
            assertEquals("Accept-Encoding", first.header("Vary"));
            Answer again = visitor.get(
                    HERE + "/actions",
                    "Accept-Encoding",
                    encoding,
                    "If-None-Match",
                    first.etag().orElseThrow());
            assertEquals(304, again.status());
            assertEquals(0, again.bytes().length);
            assertEquals(first.etag(), again.etag());
            assertEquals("Accept-Encoding", again.header("Vary"));
        }

        @Test
        void isSentToWhoHasAnother() {
            assertEquals(
                    200,
                    visitor.get(HERE, "If-None-Match", "\"0000000000000000\"").status());
        }

        @Test
        void isTheSameCompressedAndNot() {
            Answer compressed = visitor.get(HERE + "/agenda", "Accept-Encoding", "gzip");
            Answer plain = visitor.get(HERE + "/agenda");
            assertEquals("gzip", compressed.header("Content-Encoding"));
            assertEquals("", plain.header("Content-Encoding"));
            assertEquals(plain.text(), compressed.text());
            assertNotEquals(plain.etag(), compressed.etag());
        }

        @Test
        void isNotCompressedForWhoRefusesIt() {
            assertEquals("", visitor.get(HERE, "Accept-Encoding", "gzip;q=0").header("Content-Encoding"));
        }

        @Test
        void setsNoCookie() {
            assertEquals("", visitor.get(HERE).header("Set-Cookie"));
        }
    }

    @Nested
    class APageWithAForm {

        @Test
        void hasAnotherKeyEachTimeAndIsKeptNowhere() {
            List<Answer> answers = Stream.of("gzip", "gzip", "identity", "identity")
                    .map(encoding -> visitor.get(FORM, "Accept-Encoding", encoding))
                    .toList();
            List<String> keys =
                    answers.stream().map(answer -> TestTown.key(answer.page())).toList();
            assertEquals(4, keys.stream().distinct().count(), keys.toString());
            keys.forEach(key -> assertTrue(key.matches("[0-9a-f]{32}"), key));
            answers.forEach(answer -> {
                assertEquals("private, no-cache", answer.header("Cache-Control"));
                assertTrue(answer.etag().isEmpty());
                assertFalse(answer.text().contains(Drawing.FORM_KEY_PLACE));
            });
        }

        @Test
        void isTheSameForEverybodyButForTheKey() {
            Answer one = visitor.get(FORM, "Accept-Encoding", "gzip");
            Answer other = visitor.get(FORM, "Accept-Encoding", "gzip");
            assertEquals(
                    one.text().replace(TestTown.key(one.page()), ""),
                    other.text().replace(TestTown.key(other.page()), ""));
        }
    }

    @Test
    void unknownQueriesAreTheSamePage() {
        PageCache cache = town.bean(PageCache.class);
        visitor.get(HERE + "/benevoles");
        long before = cache.size();
        for (int i = 0; i < 20; i++) {
            assertEquals(200, visitor.get(HERE + "/benevoles?utm_source=" + i).status());
        }
        assertEquals(before, cache.size());
    }

    @Test
    void aDayOfTheAgendaDoesNotTakeThePlaceOfTheAgenda() {
        String there = "/fr/" + town.sample("bobigny-jour") + "/agenda";
        String day = LocalDate.now(town.clock()).minusDays(3).toString();
        String chosen = visitor.get(there + "?jour=" + day).text();
        assertNotEquals(chosen, visitor.get(there).text());
        assertEquals(chosen, visitor.get(there + "?jour=" + day).text());
    }

    @Test
    void pagesThatCannotBeKeptAreMadeForNobodyWithoutLimit() {
        RateLimits limits = town.bean(RateLimits.class);
        String me = "203.0.113.61";
        while (limits.mayDraw(HttpRequest.GET("/").header(FROM, me))) {
            // until there are too many
        }
        long made = town.bean(PageCache.class).made();
        for (String page :
                List.of("/actions?theme=Plomb", "/agenda?quartier=!", "/agenda.ics?mois=A", "?theme=a&theme=b")) {
            Answer refused = visitor.get(HERE + page, FROM, me);
            assertEquals(429, refused.status(), page);
            assertEquals("60", refused.header("Retry-After"));
            assertEquals(
                    "Trop de demandes en ce moment", refused.page().select("h1").text());
        }
        assertEquals(made, town.bean(PageCache.class).made());
        assertEquals(200, visitor.get(HERE + "/actions", FROM, me).status());
        assertEquals(
                200, visitor.get(HERE + "?theme=Plomb", FROM, "203.0.113.62").status());
        assertEquals(
                404,
                visitor.get(HERE + "/actions?theme=Plomb", FROM, "203.0.113.62").status());
    }

    @Test
    void choicesThatNobodyMadeBeforeAreMadeForNobodyWithoutLimit() {
        RateLimits limits = town.bean(RateLimits.class);
        String me = "203.0.113.63";
        town.bean(PageChanges.class).poll(); // of the import, before the page is kept
        String kept = HERE + "/agenda?mois=" + YearMonth.now(town.clock());
        assertEquals(200, visitor.get(kept, FROM, "203.0.113.64").status());
        while (limits.mayChoose(HttpRequest.GET("/").header(FROM, me))) {
            // until there are too many
        }
        assertEquals(
                429, visitor.get(HERE + "/benevoles?theme=invente-1", FROM, me).status());
        assertEquals(200, visitor.get(kept, FROM, me).status());
        assertEquals(
                200,
                visitor.get(HERE + "/benevoles?theme=invente-1", FROM, "203.0.113.64")
                        .status());
    }

    @Test
    void whatADecisionChangesIsMadeAnewAndNothingElse() {
        String contract = town.sample("bobigny-cache");
        town.give(
                "fr",
                contract,
                "sante-dans-ma-ville",
                Map.of("q-sante-pour-vous", "Moins de bruit.", "may_show", "yes"));
        String there = "/fr/" + contract;
        PageCache cache = town.bean(PageCache.class);
        List<String> changed = List.of(there + "/avis/sante-dans-ma-ville");
        List<String> same =
                List.of(there + "/avis/forum-sante", there + "/actions", HERE + "/avis/sante-dans-ma-ville");
        town.bean(PageChanges.class).poll(); // of the import, before the pages are warm
        Stream.concat(changed.stream(), same.stream())
                .forEach(path -> assertEquals(200, visitor.get(path).status()));
        Stream.concat(changed.stream(), same.stream()).forEach(path -> assertNotNull(cache.find(path), path));

        TestTown.Coordinator coordinator = town.coordinator(contract);
        assertEquals(
                303,
                coordinator.publish(coordinator.opinionWith("Moins de bruit.")).status());

        changed.forEach(path -> assertNull(cache.find(path), path));
        same.forEach(path -> assertNotNull(cache.find(path), path));
        assertTrue(visitor.get(changed.getFirst()).text().contains("Moins de bruit."));
    }

    @Test
    void everyKindOfAnswerCarriesTheSecurityHeaders() {
        String key = TestTown.key(visitor.page(FORM));
        String fresh = HERE + "/agenda?quartier=centre-prefecture";
        TestTown.Coordinator coordinator = town.coordinator(TestTown.CONTRACT);
        List<Kind> kinds = List.of(
                new Kind("a miss", 200, visitor.get(fresh)),
                new Kind("a hit", 200, visitor.get(fresh)),
                new Kind("a form", 200, visitor.get(FORM)),
                new Kind("not found", 404, visitor.get(HERE + "/nulle-part")),
                new Kind("no such language", 404, visitor.get("/zz")),
                new Kind("unprocessable", 422, visitor.post(FORM, Map.of("key", key))),
                new Kind("a redirect", 307, visitor.get("/")),
                new Kind("to a receipt", 303, visitor.post(FORM, Map.of("key", key, "q-se-soigner", "4"))),
                new Kind("forbidden", 403, visitor.post(FORM, Map.of(), "Sec-Fetch-Site", "cross-site")),
                new Kind("wrong method", 405, visitor.post(HERE, Map.of())),
                new Kind(
                        "not modified",
                        304,
                        visitor.get(
                                HERE, "If-None-Match", visitor.get(HERE).etag().orElseThrow())),
                new Kind("open data", 200, visitor.get("/api/v1/contracts/" + TestTown.CONTRACT + "/participation")),
                new Kind("no such data", 404, visitor.get("/api/v1/contracts/zz/participation")),
                new Kind("sign-in", 200, visitor.get("/equipe/connexion")),
                new Kind("the desk's door", 303, visitor.get("/equipe")),
                new Kind("the desk", 200, coordinator.desk().get("/equipe")),
                new Kind("health", 200, visitor.get("/health")));
        kinds.forEach(kind -> {
            String name = kind.name;
            Answer answer = kind.answer;
            assertEquals(kind.status, answer.status(), name);
            String policy = answer.header("Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), name + ": " + policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), name);
            assertTrue(policy.contains("base-uri 'none'"), name);
            assertFalse(policy.contains("unsafe"), name);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), name);
            assertEquals("same-origin", answer.header("Referrer-Policy"), name);
            assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"), name);
            String readers = name.contains("data") ? "cross-origin" : "same-origin";
            assertEquals(readers, answer.header("Cross-Origin-Resource-Policy"), name);
            assertTrue(answer.header("Permissions-Policy").contains("geolocation=()"), name);
        });
        Set<String> mayBeKept = Set.of("a miss", "a hit", "a form", "a redirect", "not modified", "open data");
        Set<String> needNotSay = Set.of("to a receipt", "no such data", "health");
        kinds.stream()
                .filter(kind -> !mayBeKept.contains(kind.name) && !needNotSay.contains(kind.name))
                .forEach(kind -> assertEquals("no-store", kind.answer.header("Cache-Control"), kind.name));
    }

    /** One kind of answer, and the status that tells it is this kind. */
    private record Kind(String name, int status, Answer answer) {}
}
