package org.portevoix.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.TestVisitor;
import org.portevoix.account.Role;

/** Pictures, from a telephone to the end of a page. */
class PictureTest {
    private final TestTown town = TestTown.open();
    private final TestVisitor resident = town.visitor();

    @Test
    void aPictureComesAfterTheTextWithWhatItShowsInTheReadersLanguage() throws IOException {
        String here = town.smallTown("images-ici");
        TestVisitor coordinator = town.coordinator(here).desk();
        String page = "/equipe/" + here + "/contenus/evenements/forum/images";
        String event = "/fr/" + here + "/agenda/forum";
        assertEquals(0, resident.page(event).select("img").size());

        byte[] photo = ownPhoto();
        TestVisitor.Answer mute = add(coordinator, page, "", photo);
        assertEquals(422, mute.status());
        assertTrue(mute.page().select(".summary a[href=#alt]").hasText());
        TestVisitor.Answer bomb = add(coordinator, page, "Une salle", file("bomb.png"));
        assertEquals(422, bomb.status());
        assertTrue(bomb.page().select("#file-faux").text().contains("25 millions"));
        assertEquals("Une salle", bomb.page().select("#alt").attr("value"));
        assertEquals(
                page + "?fait=added",
                add(coordinator, page, "Des gens autour d’une table", photo).location());
        assertEquals(422, add(coordinator, page, "Encore", photo).status(), "the same one");

        Element image = Objects.requireNonNull(resident.page(event).selectFirst("main img"));
        assertEquals("Des gens autour d’une table", image.attr("alt"));
        assertEquals("lazy", image.attr("loading"));
        assertFalse(image.attr("width").isEmpty() || image.attr("height").isEmpty());
        assertEquals(null, image.closest("form"));
        TestVisitor.Answer bytes = resident.get(image.attr("src"));
        assertEquals("image/jpeg", bytes.header("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", bytes.header("Cache-Control"));
        assertNotNull(ImageIO.read(new ByteArrayInputStream(bytes.bytes())));
        assertEquals(
                304,
                resident.get(image.attr("src"), "If-None-Match", bytes.header("ETag"))
                        .status());

        Element arabic = Objects.requireNonNull(
                resident.page("/ar/" + here + "/agenda/forum").selectFirst("main img"));
        assertEquals("fr", arabic.attr("lang"), "not yet translated: in French, and said to be");
        String id = TestTown.rows(
                        "SELECT p.id FROM picture p JOIN contract c ON c.id = p.contract_id WHERE p.digest = ? AND c.slug = ?",
                        image.attr("src").substring("/images/".length()),
                        here)
                .getFirst();
        String alts = "/equipe/" + here + "/images/" + id;
        TestVisitor translator = town.member(here, Role.TRANSLATOR);
        post(translator, page, alts + "/textes", Map.of("alt-ar", "أشخاص حول طاولة"));
        assertEquals(
                page + "?fait=another",
                post(translator, page, alts + "/relecture", Map.of()).location());
        assertEquals(
                "fr",
                Objects.requireNonNull(
                                resident.page("/ar/" + here + "/agenda/forum").selectFirst("main img"))
                        .attr("lang"));
        assertEquals(
                page + "?fait=reviewed",
                post(coordinator, page, alts + "/relecture", Map.of("alt-ar", "أشخاص حول طاولة"))
                        .location());
        Element read = Objects.requireNonNull(
                resident.page("/ar/" + here + "/agenda/forum").selectFirst("main img"));
        assertEquals("أشخاص حول طاولة", read.attr("alt"));
        assertEquals("rtl", read.attr("dir"));

        assertEquals(403, post(translator, page, alts + "/retrait", Map.of()).status());
        post(coordinator, page, alts + "/retrait", Map.of());
        assertEquals(0, resident.page(event).select("img").size());
        assertEquals(404, resident.get(image.attr("src")).status());
        assertArrayEquals(
                new Object[0],
                TestTown.rows("SELECT body FROM picture_alt WHERE picture_id = ?", id)
                        .toArray());
    }

    private static TestVisitor.Answer add(TestVisitor desk, String page, String alt, byte[] file) {
        String csrf = desk.page(page).select("input[name=csrf]").attr("value");
        return desk.upload(page, new HashMap<>(Map.of("csrf", csrf, "alt", alt)), "file", "photo.jpg", file);
    }

    private static TestVisitor.Answer post(TestVisitor desk, String page, String address, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", desk.page(page).select("input[name=csrf]").attr("value"));
        return desk.post(address, all);
    }

    /** Of no other test: the same picture has the same address in all contracts. */
    private static byte[] ownPhoto() throws IOException {
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(file("phone.jpg")));
        Graphics2D pen = photo.createGraphics();
        pen.fillRect(0, 0, photo.getWidth() / 3, photo.getHeight() / 3);
        pen.dispose();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(photo, "jpg", written));
        return written.toByteArray();
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/picture", name));
    }
}
