package org.portevoix.brief;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.portevoix.TestTown;

/** A town where residents took part at each level, one of them too seldom to be told. */
final class SampleBriefs {

    private SampleBriefs() {}

    /** Draws docs/pictures/en-bref-*.png again. */
    public static void main(String[] arguments) throws IOException {
        TestTown town = TestTown.open();
        String contract = of(town, "en-bref-en-images");
        for (String language : List.of("fr", "ar")) {
            byte[] pdf = town.visitor()
                    .get("/" + language + "/" + contract + "/participation/en-bref.pdf")
                    .bytes();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, 70),
                        "png",
                        Path.of("docs/pictures", "en-bref-" + language + ".png").toFile());
            }
        }
        town.close();
    }

    /** The sample contract under this name. */
    static String of(TestTown town, String slug) {
        town.sample(slug);
        List<String> homes = TestTown.rows("""
                SELECT neighbourhood.slug FROM neighbourhood JOIN contract ON contract.id = neighbourhood.contract_id
                WHERE contract.slug = ? ORDER BY neighbourhood.id
                """, slug);
        takePart(slug, "PRESENCE", "SPECTATOR", homes.get(0), 840);
        takePart(slug, "OPINION", "CONSULTED", homes.get(0), 212);
        takePart(slug, "OPINION", "CONSULTED", homes.get(1), 97);
        takePart(slug, "OPINION", "CONSULTED", homes.get(2), 3);
        takePart(slug, "TASK", "CONTRIBUTOR", homes.get(1), 64);
        takePart(slug, "TASK", "ACTOR", homes.get(3), 22);
        takePart(slug, "SEAT", "DECIDER", homes.get(1), 2);
        return slug;
    }

    private static void takePart(String contract, String act, String level, String home, int count) {
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, home, count)
                SELECT RANDOM_BYTES(16), id, 'PARTICIPATION', '2027-03', ?, ?, 'WEB', ?, ? FROM contract WHERE slug = ?
                """, act, level, home, count, contract);
    }
}
