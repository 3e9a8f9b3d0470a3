package org.portevoix.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;
import org.portevoix.contract.Contracts;

/** Voices, from the phone that records them to the page that lets them be heard. */
class RecordingTest {
    private final TestTown town = TestTown.open();
    private final TestVisitor resident = town.visitor();

    @Test
    void aVoiceIsHeardByAllOnlyOnceAnotherPersonHasListened() throws IOException {
        String here = town.smallTown("voix-relues");
        TestVisitor coordinator = town.coordinator(here).desk();
        TestVisitor translator = town.member(here, Role.TRANSLATOR);
        String page = "/equipe/" + here + "/contenus/evenements/forum/voix";
        String event = "/fr/" + here + "/agenda/forum";
        assertTrue(resident.page(event).select("audio").isEmpty());
        assertEquals(
                1,
                resident.page(event).select("main > p > button.listen[hidden]").size());

        TestVisitor.Answer kept = send(translator, page, "fr", "", SoundTest.file("voice.m4a"));
        assertEquals(page + "?fait=kept", kept.location(), kept.text());
        assertTrue(resident.page(event).select("audio").isEmpty());
        long id = id(here);
        String digest =
                TestTown.rows("SELECT digest FROM recording WHERE id = ?", id).getFirst();
        assertEquals(404, resident.get("/voix/" + digest).status());
        assertEquals(
                303, resident.get("/equipe/" + here + "/voix/" + id + "/son").status());
        assertEquals(
                "audio/mp4",
                coordinator.get("/equipe/" + here + "/voix/" + id + "/son").header("Content-Type"));

        assertTrue(coordinator.page("/equipe").text().contains("1 enregistrement à écouter"));
        assertFalse(translator.page("/equipe").text().contains("enregistrement à écouter"));
        assertTrue(translator.page(page).select("form[action$=/relecture]").isEmpty());
        assertEquals(
                page + "?fait=another", act(translator, here, id, "relecture").location());
        assertTrue(resident.page(event).select("audio").isEmpty());

        assertEquals(
                page + "?fait=published",
                act(coordinator, here, id, "relecture").location());
        Document heard = resident.page(event);
        assertEquals(
                "/voix/" + digest, heard.select("audio[controls][preload=none]").attr("src"));
        assertTrue(heard.select("main > p > button.listen").isEmpty());
        assertTrue(resident.page("/ar/" + here + "/agenda/forum")
                .select("a[href=" + event + "][lang=fr]")
                .hasText());

        act(coordinator, here, id, "retrait");
        assertTrue(resident.page(event).select("audio").isEmpty());
        assertEquals(404, resident.get("/voix/" + digest).status());
        assertEquals(List.of(), TestTown.rows("SELECT id FROM recording WHERE id = ?", id));
    }

    @Test
    void eachKindOfPageHasItsVoiceAndTheOldOneStaysUntilTheNewOneIsHeard() throws IOException {
        String here = town.smallTown("voix-partout");
        TestVisitor coordinator = town.coordinator(here).desk();
        TestVisitor translator = town.member(here, Role.TRANSLATOR);
        Map<String, String> pages = Map.of(
                "actions/plomb", "actions/plomb",
                "evenements/forum", "agenda/forum",
                "questionnaires/avis", "avis/avis",
                "missions/interprete", "benevoles/interprete");
        for (Map.Entry<String, String> one : pages.entrySet()) {
            String page = "/equipe/" + here + "/contenus/" + one.getKey() + "/voix";
            send(translator, page, "fr", "", SoundTest.file("voice.ogg"));
            act(coordinator, here, id(here), "relecture");
            String shown = "/fr/" + here + "/" + one.getValue();
            String first = resident.page(shown).select("audio").attr("src");
            assertEquals("audio/ogg", resident.get(first).header("Content-Type"), shown);
            send(translator, page, "fr", "", SoundTest.file("voice.webm"));
            assertEquals(first, resident.page(shown).select("audio").attr("src"));
            act(coordinator, here, id(here), "relecture");
            assertEquals(
                    "audio/webm",
                    resident.get(resident.page(shown).select("audio").attr("src"))
                            .header("Content-Type"));
            assertEquals(404, resident.get(first).status(), "the old one is gone");
        }
    }

    @Test
    void aLanguageThatIsSpokenHasItsVoiceAndAShortText() throws IOException {
        String here = town.smallTown("voix-soninke");
        TestVisitor coordinator = town.coordinator(here).desk();
        TestVisitor translator = town.member(here, Role.TRANSLATOR);
        String page = "/equipe/" + here + "/contenus/actions/plomb/voix";
        TestVisitor.Answer without = send(translator, page, "snk", "", SoundTest.file("voice.ogg"));
        assertEquals(422, without.status());
        assertTrue(without.page().select("#short_text-faux").hasText());
        assertEquals("snk", without.page().select("#language option[selected]").attr("value"));
        send(translator, page, "snk", "Plomb ke na bono.", SoundTest.file("voice.ogg"));
        act(coordinator, here, id(here), "relecture");

        Document spoken = resident.page("/snk/" + here + "/actions/plomb");
        assertEquals(1, spoken.select("audio").size());
        assertEquals(
                "Plomb ke na bono.", spoken.select(".hear p[lang=snk][dir=ltr]").text());
        Document french = resident.page("/fr/" + here + "/actions/plomb");
        assertTrue(french.select("audio").isEmpty());
        assertEquals(
                "/snk/" + here + "/actions/plomb",
                french.select("main a[lang=snk][hreflang=snk]").attr("href"));
    }

    @Test
    void whatIsNoVoiceOrTooLongOrWithoutConsentIsRefusedInClearWords() throws IOException {
        String here = town.smallTown("voix-refusees");
        TestVisitor coordinator = town.coordinator(here).desk();
        String page = "/equipe/" + here + "/contenus/evenements/forum/voix";
        refused(coordinator, page, SoundTest.file("voice.mp3"), "n’est pas un enregistrement");
        refused(coordinator, page, SoundTest.file("film.mp4"), "n’est pas un enregistrement");
        refused(coordinator, page, new byte[0], "Choisissez ou enregistrez");
        refused(coordinator, page, padded(SoundTest.file("voice.m4a"), Sound.MOST_BYTES), "4 Mo au plus");
        TestVisitor.Answer huge = send(coordinator, page, "fr", "", new byte[13 << 20]);
        assertEquals(413, huge.status());
        Map<String, String> fields = fields(coordinator, page, "fr", "");
        fields.remove("consent");
        TestVisitor.Answer silent = coordinator.upload(page, fields, "file", "voix.m4a", SoundTest.file("voice.m4a"));
        assertEquals(422, silent.status());
        assertTrue(silent.page().select("#consent-faux").hasText());
        assertEquals(List.of("0"), TestTown.rows("""
                SELECT COUNT(*) FROM recording JOIN contract ON contract.id = recording.contract_id
                WHERE contract.slug = ?
                """, here));
        assertEquals(
                403,
                coordinator
                        .upload(page, Map.of("csrf", "x"), "file", "v.m4a", SoundTest.file("voice.m4a"))
                        .status());
        assertEquals(
                401,
                town.visitor()
                        .upload(page, Map.of(), "file", "v.m4a", SoundTest.file("voice.m4a"))
                        .status());
    }

    @Test
    void aPhoneMayAskForAPartAndKeepsTheWholeForEver() throws IOException {
        String here = town.smallTown("voix-parts");
        byte[] sound = SoundTest.file("voice.ogg");
        send(
                town.member(here, Role.TRANSLATOR),
                "/equipe/" + here + "/contenus/evenements/forum/voix",
                "fr",
                "",
                sound);
        act(town.coordinator(here).desk(), here, id(here), "relecture");
        String address =
                resident.page("/fr/" + here + "/agenda/forum").select("audio").attr("src");

        TestVisitor.Answer whole = resident.get(address);
        assertArrayEquals(sound, whole.bytes());
        assertEquals("bytes", whole.header("Accept-Ranges"));
        assertEquals("public, max-age=31536000, immutable", whole.header("Cache-Control"));
        assertEquals("nosniff", whole.header("X-Content-Type-Options"));
        TestVisitor.Answer part = resident.get(address, "Range", "bytes=100-299");
        assertEquals(206, part.status());
        assertEquals("bytes 100-299/" + sound.length, part.header("Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(sound, 100, 300), part.bytes());
        assertArrayEquals(
                Arrays.copyOfRange(sound, sound.length - 50, sound.length),
                resident.get(address, "Range", "bytes=-50").bytes());
        assertArrayEquals(
                Arrays.copyOfRange(sound, 4000, sound.length),
                resident.get(address, "Range", "bytes=4000-").bytes());
        assertEquals(416, resident.get(address, "Range", "bytes=999999-").status());
        assertEquals(200, resident.get(address, "Range", "bytes=1-2, 5-6").status());
        assertEquals(
                200,
                resident.get(address, "Range", "bytes=1-2", "If-Range", "\"another\"")
                        .status());
        assertEquals(
                304,
                resident.get(address, "If-None-Match", whole.header("ETag")).status());
    }

    @Test
    void voicesGoWhenTheirTermIsOver() throws IOException {
        String here = town.smallTown("voix-gardees");
        long contract = town.bean(Contracts.class).find(here).orElseThrow().id();
        send(
                town.member(here, Role.TRANSLATOR),
                "/equipe/" + here + "/contenus/evenements/forum/voix",
                "fr",
                "",
                SoundTest.file("voice.ogg"));
        act(town.coordinator(here).desk(), here, id(here), "relecture");
        LocalDate recorded =
                LocalDate.parse(TestTown.rows("SELECT DATE(recorded_at) FROM recording WHERE contract_id = ?", contract)
                        .getFirst());
        RecordingData data = town.bean(RecordingData.class);
        assertEquals(0, data.erase(contract, recorded.minusDays(1)));
        assertEquals(1, data.erase(contract, recorded.plusDays(2)));
        assertTrue(
                resident.page("/fr/" + here + "/agenda/forum").select("audio").isEmpty());
        assertTrue(resident.page("/fr/donnees-personnelles").text().contains("Votre voix"));
    }

    private void refused(TestVisitor desk, String page, byte[] file, String why) {
        TestVisitor.Answer answer = send(desk, page, "fr", "", file);
        assertEquals(422, answer.status());
        assertTrue(
                answer.page().select(".summary a[href=#file]").text().contains(why),
                answer.page().text());
        assertEquals("true", answer.page().select("#file").attr("aria-invalid"));
        assertTrue(answer.page().select("#consent").hasAttr("checked"));
    }

    @Test
    void ofALongVoiceTheFirstThreeMinutesAreKept() throws IOException {
        String here = town.smallTown("voix-longues");
        TestVisitor coordinator = town.coordinator(here).desk();
        String page = "/equipe/" + here + "/contenus/evenements/forum/voix";

        TestVisitor.Answer kept = send(coordinator, page, "fr", "", SoundTest.file("long.m4a"));

        assertEquals(page + "?fait=trimmed", kept.location(), kept.text());
        assertTrue(coordinator.page(kept.location()).text().contains("ses trois premières minutes"));
        assertEquals(List.of("180"), TestTown.rows("SELECT seconds FROM recording WHERE id = ?", id(here)));
    }

    /** The same sound, with room that nothing needs (ISO/IEC 14496-12, "free"). */
    private static byte[] padded(byte[] file, int room) {
        return java.nio.ByteBuffer.allocate(file.length + room)
                .put(file)
                .putInt(room)
                .put("free".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .array();
    }

    private static TestVisitor.Answer send(TestVisitor desk, String page, String language, String text, byte[] file) {
        return desk.upload(page, fields(desk, page, language, text), "file", "voix.bin", file);
    }

    private static Map<String, String> fields(TestVisitor desk, String page, String language, String text) {
        return new HashMap<>(Map.of(
                "csrf",
                desk.page(page).select("input[name=csrf]").attr("value"),
                "language",
                language,
                "short_text",
                text,
                "consent",
                "oui"));
    }

    private static TestVisitor.Answer act(TestVisitor desk, String here, long id, String act) {
        String csrf = desk.page("/equipe/" + here + "/voix")
                .select("input[name=csrf]")
                .attr("value");
        return desk.post("/equipe/" + here + "/voix/" + id + "/" + act, Map.of("csrf", csrf));
    }

    /** Of the latest of this contract. */
    private static long id(String here) {
        return Long.parseLong(TestTown.rows("""
                SELECT recording.id FROM recording JOIN contract ON contract.id = recording.contract_id
                WHERE contract.slug = ? ORDER BY recording.id DESC LIMIT 1
                """, here).getFirst());
    }
}
