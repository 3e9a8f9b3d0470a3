package org.portevoix.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portevoix.TestTown;
import org.portevoix.paper.ReadBooklet;
import org.portevoix.paper.ReadBooklet.Said;
import org.portevoix.report.FigureWords;
import org.portevoix.report.Report;

/** The pack on paper: right for the eye and for the ear, with every figure that shows and none that hides. */
class PackPdfTest {
    private static final TestTown TOWN = TestTown.open();

    private final PackFormat pdf = TOWN.bean(PackPdf.class);
    private final PaperWords words = TOWN.bean(PaperWords.class);

    @Test
    void aScreenReaderReadsIt() throws IOException {
        Pack pack = SamplePacks.sample(TOWN);
        byte[] file = pdf.write(pack);
        SamplePacks.keep("sample.pdf", file);
        assertEquals(List.of(), ReadBooklet.faults(file));
        List<Said> said = ReadBooklet.of(file);
        int before = 0;
        for (Said one : said) {
            if (one.role().matches("H\\d")) {
                int level = Integer.parseInt(one.role().substring(1));
                assertTrue(level <= before + 1, one.words());
                before = level;
            }
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            assertEquals("fr", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentInformation().getTitle().startsWith(pack.title()));
            List<String> chapters = new ArrayList<>();
            document.getDocumentCatalog()
                    .getDocumentOutline()
                    .children()
                    .forEach(chapter -> chapters.add(chapter.getTitle()));
            assertEquals(
                    said.stream()
                            .filter(one -> one.role().equals("H2"))
                            .map(Said::words)
                            .toList(),
                    chapters);
            assertEquals("À décider", chapters.getFirst());
        }
        assertEquals(1, said.stream().filter(one -> one.role().equals("H1")).count());
    }

    @Test
    void everyFigureIsThereAndWhatIsHiddenIsSaidToBe() {
        Pack pack = SamplePacks.sample(TOWN);
        FigureWords figures = TOWN.bean(FigureWords.class);
        Map<String, List<List<String>>> read = ReadBooklet.tables(ReadBooklet.of(pdf.write(pack)));
        int numbers = 0;
        int hidden = 0;
        for (Report.Table table : pack.report().tables()) {
            List<List<String>> rows = read.getOrDefault(table.title(), List.of());
            assertEquals(table.rows().size(), rows.size(), table.title());
            for (int index = 0; index < rows.size(); index++) {
                Report.Row row = table.rows().get(index);
                List<String> expected = new ArrayList<>(List.of(row.title()));
                for (Report.Value value : row.values()) {
                    expected.add(figures.of(value));
                    numbers += value.number() == null ? 0 : 1;
                    hidden += value.isHidden() ? 1 : 0;
                    assertEquals(value.isHidden(), figures.of(value).equals("caché"));
                }
                assertEquals(
                        expected.stream().map(PackPdfTest::solid).toList(),
                        rows.get(index).stream().map(PackPdfTest::solid).toList(),
                        table.title());
            }
        }
        assertTrue(numbers > 200 && hidden > 5, numbers + " numbers, " + hidden + " hidden");
    }

    @Test
    void thePlainSummaryNamesNobodyWhereTheTableRefusesAScore() {
        Pack pack = SamplePacks.sample(TOWN);
        Report.Table ages = pack.report().tables().stream()
                .filter(table -> table.key().equals("missing_ages"))
                .findFirst()
                .orElseThrow();
        String refusal = Objects.requireNonNull(ages.refusal());
        List<String> sentences = TOWN.bean(PackSummary.class).of(pack);
        assertTrue(sentences.contains(ages.title() + ". " + refusal), sentences.toString());
        assertTrue(ages.rows().stream()
                .noneMatch(row -> sentences.stream().anyMatch(sentence -> sentence.contains(row.title()))));
    }

    @Test
    void voicesKeepTheirLanguageAndWhatHasNoLettersHereSaysWhereItIsRead() {
        List<Said> said = ReadBooklet.of(pdf.write(SamplePacks.sample(TOWN)));
        for (Pack.Voice voice : SamplePacks.voices()) {
            boolean isPrinted = !voice.language().equals("ka");
            assertEquals(
                    isPrinted,
                    said.stream()
                            .anyMatch(one -> one.language().equals(voice.language())
                                    && solid(one.words()).equals(solid(voice.words()))),
                    voice.words());
            String french = voice.french();
            assertTrue(
                    french == null || said.stream().anyMatch(one -> one.words().contains(french.substring(0, 20))),
                    voice.words());
        }
        assertTrue(said.stream().anyMatch(one -> one.words().contains("géorgien")));
    }

    @Test
    void aContractWithoutAnyParticipationHasAPackToo() {
        byte[] file = pdf.write(SamplePacks.empty(TOWN));
        assertEquals(List.of(), ReadBooklet.faults(file));
        assertTrue(ReadBooklet.of(file).stream()
                .anyMatch(one -> one.words().contains(words.say("pack.desk.paper.nothing_to_decide"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0008a\uFFFEb\u001F c",
                "Anticonstitutionnellementanticonstitutionnellementanticonstitutionnellementanticonstitutionnellementanticonstitutionnellementanticonstitutionnellement",
                "Titre \u202Eretourné\u202C \u200F(\u2067x\u2069) \u200B",
                "ქართული ტექსტი",
                "=1+1 <b>&amp;\"' \uD83D\uDE00 \uD800 ]]>",
                "שלום עולם مرحبا"
            })
    void hostileWordsDoNotStopIt(String text) {
        byte[] file = pdf.write(SamplePacks.of(TOWN, text));
        assertEquals(List.of(), ReadBooklet.faults(file));
        assertFalse(ReadBooklet.of(file).isEmpty());
    }

    @Test
    void aWordLongerThanALineIsWhole() {
        String text = "Anticonstitutionnellement".repeat(12);
        assertTrue(ReadBooklet.of(pdf.write(SamplePacks.of(TOWN, text))).stream()
                .anyMatch(one -> one.role().equals("H1") && solid(one.words()).equals(text)));
    }

    @Test
    void aLongTableGoesOnOverThePages() {
        Pack pack = SamplePacks.large(SamplePacks.sample(TOWN), 150);
        Map<String, List<List<String>>> read = ReadBooklet.tables(ReadBooklet.of(pdf.write(pack)));
        Report.Table table = pack.report().tables().stream()
                .filter(one -> one.key().equals("action"))
                .findFirst()
                .orElseThrow();
        List<List<String>> rows = read.getOrDefault(table.title(), List.of());
        assertEquals(150, rows.size());
        assertEquals(solid(table.rows().getLast().title()), solid(rows.getLast().getFirst()));
    }

    @Test
    void theSamePackMakesTheSameBytes() {
        assertArrayEquals(pdf.write(SamplePacks.sample(TOWN)), pdf.write(SamplePacks.sample(TOWN)));
    }

    /** Without spaces, of which some stand at the end of a line. */
    private static String solid(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]", "").replace('\u2212', '\u2013');
    }
}
