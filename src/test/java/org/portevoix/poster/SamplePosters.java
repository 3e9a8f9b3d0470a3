package org.portevoix.poster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.portevoix.paper.Words;

/** One evening of the neighbourhood in the site's twelve languages, and titles as long as people write them. */
final class SamplePosters {

    static final String SITE = "https://porte-voix.example";

    private SamplePosters() {}

    /** Draws docs/pictures/poster-*.png and flyer-*.png again. */
    public static void main(String[] arguments) throws IOException {
        for (String language : List.of("fr", "ar", "ta", "zh", "bn")) {
            picture(language, Paper.POSTER, "poster-" + language, 70);
        }
        for (String language : List.of("fr", "ta")) {
            picture(language, Paper.FLYER, "flyer-" + language, 90);
        }
    }

    private static void picture(String language, Paper paper, String name, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(PosterDrawing.draw(of(language, paper), paper))) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, dpi),
                    "png",
                    Path.of("docs/pictures", name + ".png").toFile());
        }
    }

    static List<String> languages() {
        return List.copyOf(read().keySet());
    }

    static Poster of(String language, Paper paper) {
        List<String> words = words(language);
        return of(language, paper, words.get(1));
    }

    /** The same with another title. */
    static Poster of(String language, Paper paper, String title) {
        List<String> words = words(language);
        return new Poster(
                language,
                direction(language),
                SITE + "/" + language + "/bobigny/agenda/cafe-sante-sommeil/2026-11-30",
                Words.plain("Bobigny"),
                in(language, words.get(0)),
                "talk",
                in(language, title),
                paper == Paper.POSTER ? null : in(language, words.get(2)),
                List.of(in(language, words.get(3)), in(language, words.get(4))),
                in(language, words.get(5)),
                List.of(
                        new Announcement.Fact("place", in(language, words.get(6))),
                        new Announcement.Fact("", Words.plain("18 rue de l’Exemple, 93000 Bobigny")),
                        new Announcement.Fact("talk", in(language, words.get(7)))),
                in(language, words.get(8)),
                in(language, words.get(9)),
                Words.plain("01 99 00 93 08"),
                in(language, words.get(10)),
                List.of(in(language, words.get(11))));
    }

    static Words in(String language, String text) {
        return new Words(text, language, direction(language));
    }

    static String direction(String language) {
        return language.equals("ar") ? "rtl" : "ltr";
    }

    private static List<String> words(String language) {
        return Objects.requireNonNull(read().get(language));
    }

    /** By language: kind, title, summary, day, hours, free, place, languages, scan, call, hours of the telephone, note. */
    private static Map<String, List<String>> read() {
        try {
            Map<String, List<String>> read = new TreeMap<>();
            for (String block : Files.readString(Path.of("src/test/resources/poster/evening.txt"))
                    .strip()
                    .split("\n\n")) {
                List<String> lines = block.lines().toList();
                read.put(lines.getFirst(), lines.subList(1, lines.size()));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
