package org.portevoix.operation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup file holds, one JSON value a line, compressed by gzip: {@link Start}; for each table a {@link StoredTable}, its rows
 * as arrays of texts, and a {@link TableEnd}; then {@link End}. docs/decisions/0009-backup.md.
 */
final class BackupLines {
    static final int FORMAT = 1;
    static final String KIND = "porte-voix backup";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private BackupLines() {}

    /**
     * @param migrations those that the tables had seen, oldest first
     * @param secretMark by which a secret is known for the one that the receipts need
     * @param secret the site's secret; null when the operator keeps it elsewhere
     */
    record Start(
            String kind,
            int format,
            String madeAt,
            String server,
            List<String> migrations,
            String secretMark,
            @Nullable String secret) {}

    /** Where the rows of a table end: how many they were, and their {@link TableDigest}. */
    record TableEnd(long rows, String digest) {}

    /** @param digest SHA-256 of all the lines before, each with its line feed */
    record End(long tables, long rows, List<String> triggers, String digest) {}

    static byte[] of(Object line) {
        return JSON.writeValueAsBytes(line);
    }

    static <T> T read(byte[] line, Class<T> type) {
        return JSON.readValue(line, type);
    }

    static boolean isEnd(byte[] line) {
        return JSON.readTree(line).has("triggers");
    }

    /** Names the secret without telling it. */
    static String mark(String secret) {
        byte[] digest = TableDigest.sha256().digest(("porte-voix secret " + secret).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
