package org.portevoix.language;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts as translators work on them, paragraph by paragraph: beside each source what is shown in another language, and
 * what was written in it that somebody else has to read first.
 */
@Singleton
@Transactional
public class Translations {

    private final JdbcOperations jdbc;
    private final Clock clock;

    Translations(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** These texts in one language, by id. */
    public Map<Long, Translation> of(Collection<Long> ids, String language) {
        Map<Long, Written> read = read(ids);
        Map<Long, Translation> translations = new LinkedHashMap<>();
        read.forEach((id, written) -> translations.put(id, written.in(language)));
        return translations;
    }

    /** These texts in each language of which there is anything, by id and language. */
    public Map<Long, Map<String, Translation>> of(Collection<Long> ids) {
        Map<Long, Map<String, Translation>> translations = new LinkedHashMap<>();
        read(ids).forEach((id, written) -> {
            Map<String, Translation> byLanguage = new TreeMap<>();
            written.languages().forEach(language -> byLanguage.put(language, written.in(language)));
            translations.put(id, byLanguage);
        });
        return translations;
    }

    /** How far each language of these texts taken together is; languages of which there is nothing are absent. */
    public Map<String, Coverage> coverage(Collection<Long> ids) {
        return together(read(ids).values());
    }

    /** The same of many things at once, each with its texts: by the same keys. */
    public <K> Map<K, Map<String, Coverage>> coverages(Map<K, ? extends Collection<Long>> ids) {
        Map<Long, Written> read = read(
                ids.values().stream().flatMap(Collection::stream).distinct().toList());
        Map<K, Map<String, Coverage>> coverages = new HashMap<>();
        ids.forEach((key, own) -> coverages.put(
                key,
                together(own.stream()
                        .flatMap(id -> Stream.ofNullable(read.get(id)))
                        .toList())));
        return coverages;
    }

    private static Map<String, Coverage> together(Collection<Written> read) {
        Map<String, Coverage> coverage = new TreeMap<>();
        read.forEach(written -> written.languages().forEach(language -> coverage.put(language, Coverage.READY)));
        coverage.replaceAll((language, unused) -> read.stream()
                .map(written -> written.in(language).coverage())
                .max(Coverage::compareTo)
                .orElse(Coverage.MISSING));
        return coverage;
    }

    /**
     * Keeps what somebody wrote, or had a machine write, in the place of what waited there.
     *
     * @param position of the source paragraph
     * @param madeFrom digest of the source paragraph as the author saw it
     * @param author who answers for it, and so can't be the one who reviews it
     */
    public void draft(
            long id, String language, int position, String body, String madeFrom, Origin origin, long author) {
        discard(id, language, position);
        run(
                """
                INSERT INTO translation_draft
                    (text_id, language, position, body, digest, origin, author_id, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                language,
                position,
                body,
                madeFrom,
                origin.name(),
                author,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Takes a draft away. */
    public void discard(long id, String language, int position) {
        run(
                "DELETE FROM translation_draft WHERE text_id = ? AND language = ? AND position = ?",
                id,
                language,
                position);
    }

    /**
     * Shows a draft, as somebody has read it who did not write it; false where its author tries, or where it says
     * something else by now.
     *
     * @param read what the reviewer saw
     */
    public boolean review(long id, String language, int position, String read, long reviewer) {
        Line line =
                of(List.of(id), language).getOrDefault(id, Translation.NOTHING).at(position);
        Draft draft = line == null ? null : line.draft();
        if (draft == null || !draft.body().equals(read)) {
            return false;
        }
        int taken = run("""
                DELETE FROM translation_draft
                WHERE text_id = ? AND language = ? AND position = ? AND author_id <> ? AND digest = ?
                """, id, language, position, reviewer, draft.digest());
        if (taken != 1) {
            return false;
        }
        run("DELETE FROM paragraph WHERE text_id = ? AND language = ? AND position = ?", id, language, position);
        run(
                """
                INSERT INTO paragraph
                    (text_id, language, position, body, origin, digest, state, author_id, reviewer_id, reviewed_at,
                     source_body)
                VALUES (?, ?, ?, ?, ?, ?, 'REVIEWED', ?, ?, ?, ?)
                """,
                id,
                language,
                position,
                draft.body(),
                draft.origin().name(),
                draft.digest(),
                draft.author(),
                reviewer,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                draft.sourceBefore());
        return true;
    }

    private Map<Long, Written> read(Collection<Long> ids) {
        Map<Long, Written> read = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return read;
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        select(
                """
                SELECT p.text_id, p.language, p.position, p.body, p.digest, p.origin, p.author_id, p.reviewer_id,
                       p.reviewed_at, p.source_body, t.source_language
                FROM paragraph p
                JOIN text t ON t.id = p.text_id
                WHERE p.text_id IN (%s)
                  AND (p.state = 'REVIEWED' OR p.language = t.source_language)
                ORDER BY p.text_id, p.language, p.position
                """.formatted(marks),
                ids,
                (written, language, rows) -> written.shown
                        .computeIfAbsent(language, unused -> new TreeMap<>())
                        .put(
                                rows.getInt(3),
                                new Shown(
                                        rows.getString(4),
                                        rows.getString(5),
                                        Origin.valueOf(rows.getString(6)),
                                        TextStore.account(rows, 7),
                                        TextStore.account(rows, 8),
                                        TextStore.instant(rows, 9),
                                        rows.getString(10))),
                read);
        select(
                """
                SELECT d.text_id, d.language, d.position, d.body, d.digest, d.origin, d.author_id, NULL,
                       d.written_at, d.source_body, t.source_language
                FROM translation_draft d
                JOIN text t ON t.id = d.text_id
                WHERE d.text_id IN (%s)
                ORDER BY d.text_id, d.language, d.position
                """.formatted(marks),
                ids,
                (written, language, rows) -> written.drafts
                        .computeIfAbsent(language, unused -> new TreeMap<>())
                        .put(
                                rows.getInt(3),
                                new Draft(
                                        rows.getString(4),
                                        rows.getString(5),
                                        Origin.valueOf(rows.getString(6)),
                                        rows.getLong(7),
                                        TextStore.instant(rows, 9),
                                        rows.getString(10))),
                read);
        return read;
    }

    private void select(String sql, Collection<Long> ids, Take take, Map<Long, Written> read) {
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement(sql)) {
            int place = 1;
            for (long id : ids) {
                statement.setLong(place++, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Written written = read.computeIfAbsent(rows.getLong(1), id -> new Written());
                    written.sourceLanguage = rows.getString(11);
                    take.row(written, rows.getString(2), rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int run(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Take {
        void row(Written written, String language, ResultSet rows) throws SQLException;
    }

    /** How far a language is, the furthest first. */
    public enum Coverage {
        READY,
        /** Something was written that nobody has reviewed. */
        DRAFT,
        /** The source has changed since. */
        STALE,
        MISSING
    }

    /**
     * What residents read.
     *
     * @param digest of the source paragraph that it was made from
     * @param sourceBefore that paragraph, where it is known and another by now
     */
    public record Shown(
            String body,
            String digest,
            Origin origin,
            @Nullable Long author,
            @Nullable Long reviewer,
            @Nullable Instant reviewedAt,
            @Nullable String sourceBefore) {}

    /** What waits for somebody who reads it. */
    public record Draft(
            String body,
            String digest,
            Origin origin,
            long author,
            @Nullable Instant writtenAt,
            @Nullable String sourceBefore) {}

    /**
     * A paragraph of the source, and what there is of it in the other language.
     *
     * @param digest of the source
     */
    public record Line(
            int position,
            String source,
            String digest,
            @Nullable Shown shown,
            @Nullable Draft draft) {

        public Coverage coverage() {
            if (draft != null) {
                return Coverage.DRAFT;
            }
            return shown == null ? Coverage.MISSING : isStale() ? Coverage.STALE : Coverage.READY;
        }

        /** Whether the source of what residents read has changed since. */
        public boolean isStale() {
            return shown != null && !shown.digest().equals(digest);
        }

        /** What stands in the field of a translator: what waits, else what is shown, else "". */
        public String body() {
            return draft != null ? draft.body() : shown != null ? shown.body() : "";
        }
    }

    /**
     * A text beside its source.
     *
     * @param beyond paragraphs of the translation that stand for none of the source
     */
    public record Translation(List<Line> lines, List<String> beyond) {
        static final Translation NOTHING = new Translation(List.of(), List.of());

        /** The least far of its paragraphs. */
        public Coverage coverage() {
            return lines.stream().map(Line::coverage).max(Coverage::compareTo).orElse(Coverage.READY);
        }

        public long count(Coverage coverage) {
            return lines.stream().filter(line -> line.coverage() == coverage).count();
        }

        /** Null where the source has no such paragraph. */
        public @Nullable Line at(int position) {
            return lines.stream()
                    .filter(line -> line.position() == position)
                    .findFirst()
                    .orElse(null);
        }

        public List<String> source() {
            return lines.stream().map(Line::source).toList();
        }
    }

    private static final class Written {
        private String sourceLanguage = Language.SOURCE;
        private final Map<String, TreeMap<Integer, Shown>> shown = new HashMap<>();
        private final Map<String, TreeMap<Integer, Draft>> drafts = new HashMap<>();

        private Set<String> languages() {
            Set<String> all = new TreeSet<>(shown.keySet());
            all.addAll(drafts.keySet());
            all.remove(sourceLanguage);
            return all;
        }

        private Translation in(String language) {
            TreeMap<Integer, Shown> source = shown.getOrDefault(sourceLanguage, new TreeMap<>());
            TreeMap<Integer, Shown> own = shown.getOrDefault(language, new TreeMap<>());
            TreeMap<Integer, Draft> waiting = drafts.getOrDefault(language, new TreeMap<>());
            List<Line> lines = new ArrayList<>();
            source.forEach((position, paragraph) -> lines.add(new Line(
                    position, paragraph.body(), paragraph.digest(), own.get(position), waiting.get(position))));
            return new Translation(
                    lines,
                    own.tailMap(source.size()).values().stream()
                            .map(Shown::body)
                            .toList());
        }
    }
}
