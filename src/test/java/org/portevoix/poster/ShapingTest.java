package org.portevoix.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.portevoix.paper.Booklet;
import org.portevoix.paper.Ink;
import org.portevoix.paper.Line;
import org.portevoix.paper.Typeface;
import org.portevoix.paper.Typesetting;

/** Letters that join and change place stand on paper as a browser sets them, with the same face. */
class ShapingTest {

    private static final int SIZE = 64;

    /** Signs before, around and under their letter; letters that join; two directions in one line. */
    private static final Map<String, List<String>> WORDS = new TreeMap<>(Map.of(
            "fr", List.of("Fête d’été à l’hôpital"),
            "ru", List.of("Медицинское обслуживание"),
            "ar", List.of("مقهى الصحة: النوم الجيد", "لا إله مجانًا", "من الساعة 18:30 إلى الساعة 20:30"),
            "ta", List.of("சுகாதார தேநீர் சந்திப்பு", "கொரோனா தடுப்பூசி கௌரவம்", "ஸ்ரீ க்ஷேத்திரம் நூலகம்"),
            "bn", List.of("স্বাস্থ্য ক্যাফে: ভালো ঘুম", "উচ্চরক্তচাপ ও কর্মসূচি", "বিশ্ববিদ্যালয়ে দুর্গোৎসব"),
            "zh", List.of("健康咖啡馆：睡个好觉")));

    @Test
    void lettersStandWhereABrowserPutsThem() throws IOException {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setChromiumSandbox(false)
                                .setArgs(List.of(
                                        "--disable-gpu", "--no-first-run", "--disable-background-networking")))) {
            Page page = browser.newPage();
            for (Map.Entry<String, List<String>> entry : WORDS.entrySet()) {
                for (String words : entry.getValue()) {
                    BufferedImage printed = ink(printed(entry.getKey(), words));
                    BufferedImage shown = ink(shown(page, entry.getKey(), words));
                    assertEquals(shown.getWidth(), printed.getWidth(), 3, words);
                    assertEquals(shown.getHeight(), printed.getHeight(), 3, words);
                    double apart = difference(printed, shown);
                    System.out.printf("%s: %.1f %% of the ink elsewhere than in a browser%n", words, 100 * apart);
                    assertTrue(apart < .03, words + " " + apart);
                    keep(entry.getKey() + "-" + entry.getValue().indexOf(words), printed, shown);
                }
            }
        }
    }

    private static BufferedImage printed(String language, String words) throws IOException {
        Booklet sheet = new Booklet(Paper.POSTER.width(), Paper.POSTER.height(), language);
        Line line = new Typesetting(SamplePosters.in(language, words), false).line();
        sheet.say("P", language, () -> sheet.text(line, 10, 200, SIZE / 2f, Ink.BLACK));
        try (PDDocument document = Loader.loadPDF(sheet.finish("x"))) {
            return new PDFRenderer(document).renderImageWithDPI(0, 144);
        }
    }

    private static BufferedImage shown(Page page, String language, String words) throws IOException {
        Typeface face = switch (language) {
            case "ar" -> Typeface.ARABIC;
            case "ta" -> Typeface.TAMIL;
            case "bn" -> Typeface.BENGALI;
            case "zh" -> Typeface.CHINESE;
            default -> Typeface.LATIN;
        };
        page.setContent("""
                <style>@font-face { font-family: own; src: url(data:font/ttf;base64,%s) }
                @font-face { font-family: latin; src: url(data:font/ttf;base64,%s) }
                body { margin: 0; background: white } p { margin: 40px; width: max-content; font: %dpx/2 latin, own; font-kerning: none }
                </style><p lang="%s" dir="%s">%s</p>
                """.formatted(
                base64(face), base64(Typeface.LATIN), SIZE, language, SamplePosters.direction(language), words));
        page.evaluate("() => document.fonts.ready");
        byte[] png = page.locator("p").screenshot(new Locator.ScreenshotOptions());
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String base64(Typeface face) {
        return Base64.getEncoder().encodeToString(face.bytes());
    }

    /** The part with ink in it. */
    private static BufferedImage ink(BufferedImage picture) {
        int left = picture.getWidth();
        int right = 0;
        int top = picture.getHeight();
        int bottom = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isInk(picture, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return picture.getSubimage(left, top, right - left, bottom - top);
    }

    /** How much of the ink of both has none of the other within a pixel. */
    private static double difference(BufferedImage one, BufferedImage other) {
        return (alone(one, other) + alone(other, one)) / 2;
    }

    private static double alone(BufferedImage one, BufferedImage other) {
        int all = 0;
        int alone = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (isInk(one, x, y)) {
                    all++;
                    alone += isNear(other, x, y) ? 0 : 1;
                }
            }
        }
        return (double) alone / all;
    }

    private static boolean isNear(BufferedImage picture, int x, int y) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (isInk(picture, x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInk(BufferedImage picture, int x, int y) {
        return x >= 0
                && y >= 0
                && x < picture.getWidth()
                && y < picture.getHeight()
                && (picture.getRGB(x, y) & 0xFF) < 128;
    }

    /** Above what is printed, under it what a browser shows: to look at, in target/. */
    private static void keep(String name, BufferedImage printed, BufferedImage shown) throws IOException {
        int width = Math.max(printed.getWidth(), shown.getWidth()) + 20;
        BufferedImage both =
                new BufferedImage(width, printed.getHeight() + shown.getHeight() + 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, both.getWidth(), both.getHeight());
        graphics.drawImage(printed, 10, 10, null);
        graphics.drawImage(shown, 10, printed.getHeight() + 20, null);
        graphics.dispose();
        Path folder = Files.createDirectories(Path.of("target/shaping"));
        ImageIO.write(both, "png", folder.resolve(name + ".png").toFile());
    }
}
