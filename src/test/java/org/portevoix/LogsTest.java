package org.portevoix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads what all the tests of this run left in logs and on the consoles of their sites: nobody's name, address, telephone,
 * code or words may be there. Runs in a JVM of its own after the others (pom.xml).
 */
@Tag("after-the-others")
class LogsTest {

    @Test
    void nothingThatAnybodySaidIsInTheLogs() throws IOException {
        assumeTrue(Files.exists(TestPeople.SAID), "no test of this run spoke to the site");
        Set<String> said = new TreeSet<>(Files.readAllLines(TestPeople.SAID));
        TreeMap<String, String> found = new TreeMap<>();
        int read = 0;
        for (Path log : logs()) {
            String text = text(log);
            read += text.length();
            for (String words : said) {
                if (text.contains(words)) {
                    found.putIfAbsent(words, log.getFileName().toString());
                }
            }
        }
        assertEquals("{}", found.toString());
        assertFalse(read == 0, "the logs are empty");
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> all = Files.walk(TestPeople.LOGS)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(TestPeople.SAID))
                    .toList();
        }
    }

    private static String text(Path log) throws IOException {
        try {
            return Files.readString(log);
        } catch (CharacterCodingException e) {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        }
    }
}
