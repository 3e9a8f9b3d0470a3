package org.portevoix.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken file is refused with the line to mend, and changes nothing. */
class BrokenFilesTest extends ImportTest {
    private static final Path BROKEN = Path.of("src/test/resources/importing/broken");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrong-type | 60 | participation.how_many : attendu : un nombre entier
            text-instead-of-languages | 78 | events[forum].title : attendu : des champs
            unknown-key | 77 | « colour »
            duplicate-slug | 30 | « centre » existe déjà
            duplicate-key | 82 | « free » est écrit deux fois
            missing-french | 79 | il manque le texte en français
            missing-field | 75 | il manque « free »
            bad-date | 84 | une date comme
            impossible-date | 84 | le 2027-02-29 n’existe pas
            cyclic-conditions | 99 | dépendent l’une de l’autre
            later-question | 97 | posée après
            unknown-option | 106 | « peut-etre » n’est pas une réponse
            condition-without-options | 106 | d’elle-même
            alias | 78 | renvois YAML
            anchor-bomb | 2 | renvois YAML
            tag | 17 | étiquettes YAML
            not-yaml | 3 | YAML
            tabulation | 76 | une tabulation
            colon | 17 | « : » mal placé
            empty | 0 | le fichier est vide
            list-at-the-root | 1 | attendu : des champs
            unknown-axis | 47 | l’axe « inconnu »
            theme-of-another-axis | 48 | le thème « air » est dans l’axe « logement »
            unknown-neighbourhood | 65 | le quartier « port »
            unknown-partner | 66 | le partenaire « mairie »
            unknown-action | 77 | l’action « amiante »
            raw-html | 79 | HTML
            two-documents | 121 | second document
            bad-encoding | 79 | UTF-8
            closes-before-opens | 90 | avant l’ouverture
            until-before-from | 84 | n’est pas après le début
            two-sessions-a-day | 84 | deux séances
            unknown-language | 113 | « xx » n’est pas un code de langue
            contract-without-french | 18 | le français (fr) doit
            question-without-options | 97 | a besoin de ses réponses
            options-of-a-text | 105 | ne va pas avec une question « text »
            other-paragraphs | 12 | 1 paragraphe(s), mais 2 en français
            unknown-zone | 18 | fuseau horaire inconnu
            plan-and-no-plan | 57 | none_because
            control-character | 79 | U+0007
            number-for-insee | 18 | mettez-le entre guillemets
            newer-format | 1 | format
            reserved-address | 3 | réservé
            deep | 1 | niveaux
            several-faults | 63 | mot inconnu
            """)
    void namesTheLineAndChangesNothing(String name, int line, String words) {
        Map<String, String> before = counts();

        ImportReport report = importOn(DAY).importFile(BROKEN.resolve(name + ".yaml"), true);

        assertFalse(report.isDone());
        assertTrue(
                report.faults().stream()
                        .anyMatch(fault -> fault.line() == line && fault.in("f").contains(words)),
                () -> String.join("\n", report.lines()));
        assertEquals(before, counts());
    }

    @Test
    void everyBrokenFileIsTried() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            String source = Files.readString(Path.of("src/test/java/org/portevoix/importing/BrokenFilesTest.java"));
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                            .filter(name -> !source.contains(" " + name + " |"))
                            .toList());
        }
    }

    @Test
    void namesEveryFaultAndNotTheFirstOnly() {
        List<Integer> lines = importOn(DAY).importFile(BROKEN.resolve("several-faults.yaml"), false).faults().stream()
                .map(Fault::line)
                .toList();

        assertEquals(List.of(44, 63, 113), lines);
    }

    @Test
    void oneMistakeIsOneFault() {
        for (String name :
                List.of("wrong-type", "unknown-key", "missing-french", "impossible-date", "raw-html", "alias")) {
            ImportReport report = importOn(DAY).importFile(BROKEN.resolve(name + ".yaml"), false);
            assertTrue(
                    report.faults().size() <= (name.equals("alias") ? 2 : 1), () -> String.join("\n", report.lines()));
        }
    }

    @Test
    void aHugeFileIsRefusedAtOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(50L * 1024 * 1024);
        }

        ImportReport report =
                assertTimeout(Duration.ofSeconds(1), () -> importOn(DAY).importFile(file, false));

        assertEquals(
                "huge.yaml: le fichier fait 51200 Kio ; il en faut 2048 au plus",
                report.lines().getFirst());
    }

    @Test
    void anAbsentFileIsSaid(@TempDir Path folder) {
        assertFalse(importOn(DAY).importFile(folder.resolve("none.yaml"), false).isDone());
        assertFalse(importOn(DAY).importFile(folder, false).isDone());
    }

    @Test
    void endlessWordsAreFaultsAndNotCrashes() {
        for (String value :
                List.of("a-".repeat(500_000), "> ".repeat(4_000) + "x", "*".repeat(8_000), "[".repeat(8_000))) {
            assertFalse(importing(town("longue").replace("slug: longue", "slug: \"" + value + "\""))
                    .isDone());
            assertFalse(importing(town("longue").replace("{fr: Venez.}", "{fr: \"" + value + "\", en: }"))
                    .isDone());
        }
    }

    @Test
    void aFileFullOfMistakesIsAnsweredSoon() {
        String slow = town("pleine")
                .replace(
                        "actions:\n", "actions:\n" + "  - {slug: A, axis: non, theme: non, lead: non}\n".repeat(15_000))
                .replace("themes:\n", "themes:\n" + "  - {slug: t, axis: z, title: {}}\n".repeat(20_000));

        ImportReport report = assertTimeout(Duration.ofSeconds(20), () -> importing(slow));

        assertEquals(102, report.lines().size());
    }
}
