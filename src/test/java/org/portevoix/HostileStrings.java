package org.portevoix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import tools.jackson.databind.json.JsonMapper;

/** What somebody may write who is odd, unlucky or hostile: src/test/resources/hostile/strings.jsonl, a JSON string a line. */
public final class HostileStrings {

    private static final Path FILE = Path.of("src/test/resources/hostile/strings.jsonl");

    private HostileStrings() {}

    public static List<String> all() {
        JsonMapper json = new JsonMapper();
        try {
            return Files.readAllLines(FILE).stream()
                    .map(line -> json.readValue(line, String.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what was written became a part of the page: each piece of markup of the corpus bears a mark. */
    public static boolean tookHold(Document page) {
        return !page.select("[data-hostile], [onerror], [onload], [onfocus], [href^=javascript]")
                .isEmpty();
    }
}
