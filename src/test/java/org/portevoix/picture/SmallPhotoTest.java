package org.portevoix.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files as a telephone, a computer or an enemy sends them. */
class SmallPhotoTest {

    @Test
    void aPhotographIsDrawnAnewUprightSmallAndWithoutItsPlace() throws IOException {
        byte[] phone = file("phone.jpg");
        assertTrue(new String(phone, StandardCharsets.ISO_8859_1).contains("TELEPHONE-SECRET"));
        SmallPhoto photo = Objects.requireNonNull(SmallPhoto.of(phone).photo());
        String bytes = new String(photo.bytes(), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("Exif") || bytes.contains("TELEPHONE") || bytes.contains("GPS"));
        assertTrue(photo.bytes().length <= 30 * 1024, "bytes: " + photo.bytes().length);
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(photo.bytes()));
        assertEquals(photo.width(), seen.getWidth());
        assertEquals(photo.height(), seen.getHeight());
        assertTrue(seen.getHeight() > seen.getWidth(), "the phone was held upright");
        assertTrue(isRed(seen.getRGB(seen.getWidth() * 3 / 4, 20)), "what was above on its side is on the right");
        assertFalse(isRed(seen.getRGB(seen.getWidth() / 4, 20)));
    }

    @Test
    void theThreeFormatsAreReadAndTheNoisiestPictureFits() throws IOException {
        for (String name : List.of("phone.jpg", "small.png", "photo.webp")) {
            SmallPhoto photo = Objects.requireNonNull(SmallPhoto.of(file(name)).photo(), name);
            assertTrue(photo.bytes().length <= SmallPhoto.MOST_BYTES, name);
            assertTrue(Math.max(photo.width(), photo.height()) >= 240, name + " " + photo.width());
        }
        BufferedImage noise = new BufferedImage(1500, 1100, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", png);
        SmallPhoto photo =
                Objects.requireNonNull(SmallPhoto.of(png.toByteArray()).photo());
        assertTrue(photo.bytes().length <= SmallPhoto.MOST_BYTES);
    }

    @Test
    void bombsAndWhatIsNoPhotographAreRefusedBeforeTheyAreUnpacked() throws IOException {
        assertEquals(
                "picture.desk.error.too_many_points",
                SmallPhoto.of(file("bomb.png")).problem());
        assertEquals(
                "picture.desk.error.no_photo",
                SmallPhoto.of(text("<svg xmlns='http://www.w3.org/2000/svg'/>")).problem());
        assertEquals(
                "picture.desk.error.no_photo", SmallPhoto.of(text("GIF89a;")).problem());
        assertEquals(
                "picture.desk.error.no_photo", SmallPhoto.of(text("BM      ")).problem());
        assertEquals("picture.desk.error.no_file", SmallPhoto.of(new byte[0]).problem());
        assertEquals(
                "picture.desk.error.too_big",
                SmallPhoto.of(new byte[(10 << 20) + 1]).problem());
        assertEquals(
                "picture.desk.error.broken",
                SmallPhoto.of(Arrays.copyOf(file("small.png"), 60)).problem());
    }

    @Test
    void noBrokenFileBreaksTheReader() throws IOException {
        Random random = new Random(11);
        for (String name : List.of("small.png", "phone.jpg", "photo.webp")) {
            byte[] whole = file(name);
            for (int i = 0; i < 25; i++) {
                byte[] broken = Arrays.copyOf(whole, 30 + random.nextInt(whole.length - 30));
                for (int j = 0; j < 6; j++) {
                    broken[12 + random.nextInt(Math.min(broken.length, 300) - 12)] = (byte) random.nextInt();
                }
                SmallPhoto.Result result = SmallPhoto.of(broken);
                assertEquals(result.photo() == null, !result.problem().isEmpty());
            }
        }
    }

    private static boolean isRed(int rgb) {
        return (rgb >> 16 & 0xff) > 200 && (rgb >> 8 & 0xff) < 90 && (rgb & 0xff) < 90;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/picture", name));
    }
}
