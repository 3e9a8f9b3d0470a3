package org.portevoix.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Run by hand on a document that may not be copied into the project: how many of its paragraphs are plain. A paragraph
 * ends with the line that ends its sentence; those under 30 words are left out.
 */
final class ParagraphMeasure {
    private static final int ENOUGH_WORDS = 30;

    private ParagraphMeasure() {}

    public static void main(String[] files) throws IOException {
        PlainFrench plain = new PlainFrench(new FrequentWords());
        for (String file : files) {
            List<Reading> readings = paragraphs(Files.readString(Path.of(file))).stream()
                    .map(paragraph -> plain.read(paragraph, Set.of()))
                    .filter(reading -> reading.words() >= ENOUGH_WORDS)
                    .toList();
            long passed = readings.stream().filter(Reading::isPlain).count();
            System.out.printf(
                    "%s: %d paragraphs, %d plain, %d not (%.1f %%); median score %.0f%n",
                    file,
                    readings.size(),
                    passed,
                    readings.size() - passed,
                    100.0 * (readings.size() - passed) / readings.size(),
                    readings.stream()
                            .mapToDouble(Reading::score)
                            .sorted()
                            .skip(readings.size() / 2)
                            .findFirst()
                            .orElse(0));
        }
    }

    private static List<String> paragraphs(String document) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        document.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            open.append(line).append(' ');
            if (line.matches(".*[.!?]$")) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
        });
        return paragraphs;
    }
}
