package org.portevoix.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portevoix.paper.Typeface;
import org.portevoix.paper.Words;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What comes out of the printer, in each language: right for the eye, for a telephone and for a screen reader. */
class PosterDrawingTest {

    /** Written without mercy: one very long word, and many. */
    private static final List<Arguments> LONG_TITLES = List.of(
            Arguments.of(
                    "fr",
                    "Rencontre de quartier : comment mieux dormir, mieux manger, mieux bouger et mieux vieillir quand on est seul, malade, pressé, fatigué ou sans médecin traitant"),
            Arguments.of(
                    "ru",
                    "Высококвалифицированное междисциплинарное здравоохранительное консультирование по предупреждению сердечно-сосудистых заболеваний для жителей многоквартирных домов"),
            Arguments.of(
                    "ta",
                    "குடியிருப்புவாசிகளுக்கான இதயநோய்த்தடுப்பு ஆலோசனைக்கூட்டமும் மருத்துவப்பரிசோதனையும் அனைவருக்கும் இலவசமாக நடத்தப்படுகிறது"),
            Arguments.of(
                    "bn",
                    "উচ্চরক্তচাপ ও হৃদরোগ প্রতিরোধে পাড়ার সকল বাসিন্দার জন্য বিনামূল্যে স্বাস্থ্যপরীক্ষা ও পরামর্শসভা অনুষ্ঠিত হবে"),
            Arguments.of(
                    "ar",
                    "لقاء الحي: كيف ننام جيدًا ونأكل جيدًا ونتحرك أكثر ونتقدم في العمر بصحة جيدة حين نكون وحدنا أو مرضى أو بلا طبيب معالج"),
            Arguments.of("zh", "社区健康见面会：独居、患病、疲劳或没有家庭医生时，怎样睡得更好、吃得更好、多活动并健康地老去，欢迎所有居民免费参加"),
            Arguments.of("tr", "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine"),
            Arguments.of("fr", "Y"));

    @BeforeAll
    static void startTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> all() {
        return SamplePosters.languages().stream()
                .flatMap(language -> Stream.of(Paper.values()).map(paper -> Arguments.of(language, paper)));
    }

    static Stream<Arguments> longTitles() {
        return LONG_TITLES.stream()
                .flatMap(
                        one -> Stream.of(Paper.values()).map(paper -> Arguments.of(one.get()[0], paper, one.get()[1])));
    }

    @Test
    void theTwelveLanguagesAreThere() {
        assertEquals(
                List.of("ar", "bn", "en", "es", "fr", "pt", "ro", "ru", "ta", "tr", "uk", "zh"),
                SamplePosters.languages());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aScreenReaderReadsItInItsLanguage(String language, Paper paper) throws Exception {
        Poster poster = SamplePosters.of(language, paper);
        byte[] pdf = PosterDrawing.draw(poster, paper);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            PDRectangle expected = paper == Paper.POSTER ? PDRectangle.A4 : PDRectangle.A5;
            assertEquals(expected.getWidth(), document.getPage(0).getMediaBox().getWidth(), .5);
            assertEquals(expected.getHeight(), document.getPage(0).getMediaBox().getHeight(), .5);
            assertEquals(language, document.getDocumentCatalog().getLanguage());
            assertEquals(
                    poster.title().text(), document.getDocumentInformation().getTitle());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals(
                    List.of(solid(poster.title().text())),
                    elements(document).stream()
                            .filter(element -> "H1".equals(element.getStructureType()))
                            .map(element -> solid(PrintedWords.of(document, element)))
                            .toList());
            String said = elements(document).stream()
                    .map(element -> PrintedWords.of(document, element))
                    .map(PosterDrawingTest::solid)
                    .collect(Collectors.joining("\n"));
            for (Words words : spoken(poster)) {
                assertTrue(said.contains(solid(words.text())), words.text() + " in " + said);
            }
        }
        assertEquals(List.of(), faults(pdf));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTelephoneReadsTheCodeToThePageInThatLanguage(String language, Paper paper) throws Exception {
        Poster poster = SamplePosters.of(language, paper);
        try (PDDocument document = Loader.loadPDF(PosterDrawing.draw(poster, paper))) {
            assertEquals(
                    SamplePosters.SITE + "/" + language + "/bobigny/agenda/cafe-sante-sommeil/2026-11-30",
                    PrintedCode.of(new PDFRenderer(document).renderImageWithDPI(0, 110)));
        }
    }

    @ParameterizedTest
    @MethodSource("longTitles")
    void aLongTitleShrinksAndNothingOverflows(String language, Paper paper, String title) throws Exception {
        Poster poster = SamplePosters.of(language, paper, title);
        try (PDDocument document = Loader.loadPDF(PosterDrawing.draw(poster, paper))) {
            String heading = elements(document).stream()
                    .filter(element -> "H1".equals(element.getStructureType()))
                    .map(element -> PrintedWords.of(document, element))
                    .collect(Collectors.joining());
            assertEquals(solid(title), solid(heading));
            assertTrue(isWhiteAround(new PDFRenderer(document).renderImageWithDPI(0, 72), (int) (30 * paper.scale())));
            List<Rectangle2D> boxes = PrintedWords.boxes(document);
            assertTrue(boxes.size() > 8);
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = i + 1; j < boxes.size(); j++) {
                    assertFalse(boxes.get(i).intersects(boxes.get(j)), boxes.get(i) + " and " + boxes.get(j));
                }
            }
        }
    }

    @Test
    void theSameWordsMakeTheSameBytes() {
        assertEquals(
                java.util.Arrays.hashCode(PosterDrawing.draw(SamplePosters.of("ta", Paper.POSTER), Paper.POSTER)),
                java.util.Arrays.hashCode(PosterDrawing.draw(SamplePosters.of("ta", Paper.POSTER), Paper.POSTER)));
    }

    @Test
    void whatNoFaceHasIsLeftOut() throws Exception {
        byte[] pdf =
                PosterDrawing.draw(SamplePosters.of("fr", Paper.FLYER, "Fête 🎉 du quartier \u200f!"), Paper.FLYER);
        assertEquals(List.of(), faults(pdf));
        assertTrue(Typeface.canPrint("Fête 🎉 du quartier"));
        assertFalse(Typeface.canPrint("ქართული"));
    }

    /** Without spaces: some stand at the end of a line. */
    private static String solid(String words) {
        return words.replaceAll("\\s", "");
    }

    private static List<Words> spoken(Poster poster) {
        List<Words> words = new ArrayList<>(List.of(
                poster.town(), poster.kind(), poster.title(), poster.scan(), poster.call(), poster.telephone()));
        words.addAll(poster.when());
        poster.facts().forEach(fact -> words.add(fact.words()));
        words.addAll(poster.notes());
        Stream.of(poster.free(), poster.summary(), poster.telephoneHours())
                .filter(one -> one != null)
                .forEach(words::add);
        return words;
    }

    /** What a validator of PDF/UA-1 (ISO 14289-1) finds wrong. */
    private static List<String> faults(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(fault -> fault.getRuleId().getClause() + " " + fault.getMessage() + " "
                            + fault.getLocation().getContext())
                    .distinct()
                    .toList();
        }
    }

    static List<PDStructureElement> elements(PDDocument document) {
        List<PDStructureElement> all = new ArrayList<>();
        collect(document.getDocumentCatalog().getStructureTreeRoot().getKids(), all);
        return all;
    }

    private static void collect(List<Object> kids, List<PDStructureElement> all) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                all.add(element);
                collect(element.getKids(), all);
            }
        }
    }

    private static boolean isWhiteAround(BufferedImage picture, int margin) throws IOException {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean isInside = x >= margin
                        && y >= margin
                        && x < picture.getWidth() - margin
                        && y < picture.getHeight() - margin;
                if (!isInside && (picture.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    return false;
                }
            }
        }
        return true;
    }
}
