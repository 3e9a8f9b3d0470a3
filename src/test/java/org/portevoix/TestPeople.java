package org.portevoix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the people of the tests said to the site, and the codes that they were given, in a file beside the logs of
 * the run: none of it may be in those logs. {@link LogsTest} reads both once all tests have run.
 */
public final class TestPeople {
    /** The logs of this run of the tests. */
    public static final Path LOGS = Path.of(System.getProperty("portevoix.test.logs", "target/test-logs/by-hand"));

    static final Path SAID = LOGS.resolve("said.txt");

    private static final int SHORTEST = 6;
    private static final Pattern RECEIPT = Pattern.compile("/suivi/([A-Za-z0-9-]{8,})");
    private static final Pattern LINK = Pattern.compile("/equipe/mot-de-passe/([A-Za-z0-9_-]{20,})");

    /** Words of a fixed list, slugs, numbers of things: the site's own, and in its logs by right. */
    private static final Pattern OF_THE_SITE = Pattern.compile("[a-z0-9/_-]*|[A-Z_]+|\\d{1,7}|\\d{4}-\\d{2}-\\d{2}.*");

    /** Ready questions that a coordinator copies: sent again with the rest of a form, but said by nobody. */
    private static final String GUIDES = guides();

    private static final Set<String> NEW = ConcurrentHashMap.newKeySet();

    private TestPeople() {}

    /** The fields of a form, as typed. */
    public static void heard(Map<String, String> fields) {
        fields.values().stream()
                .filter(value -> value.length() >= SHORTEST
                        && !OF_THE_SITE.matcher(value).matches())
                .forEach(TestPeople::remember);
    }

    /** The body of a form, as a browser sent it; null when there is none. */
    public static void heardAsSent(@Nullable String body) {
        if (body != null) {
            Arrays.stream(body.split("&"))
                    .map(field -> field.split("=", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> heard(Map.of("", URLDecoder.decode(parts[1], StandardCharsets.UTF_8))));
        }
    }

    /** An address to which the site sends somebody: it may hold the code of their receipt, or of a link. */
    public static void given(String address) {
        for (Pattern pattern : new Pattern[] {RECEIPT, LINK}) {
            Matcher found = pattern.matcher(address);
            if (found.find()) {
                remember(found.group(1));
            }
        }
    }

    /** Each line of it apart, since a log has lines; once each. */
    private static void remember(String words) {
        words.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST && !GUIDES.contains(": \"" + line + "\"") && NEW.add(line))
                .forEach(TestPeople::write);
    }

    private static String guides() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/content/guides"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void write(String line) {
        try {
            Files.createDirectories(LOGS);
            Files.writeString(SAID, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
