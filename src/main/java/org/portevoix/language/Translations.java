package org.portevoix.language;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts as translators work on them: beside each source what is shown in another language, and what was written in it
 * and not reviewed yet.
 */
@Singleton
@Transactional
public class Translations {

    private final JdbcOperations jdbc;
    private final TextStore texts;
    private final Clock clock;

    Translations(JdbcOperations jdbc, TextStore texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** These texts in one language, by id. */
    public Map<Long, Translation> of(Collection<Long> ids, String language) {
        Map<Long, Written> read = read(ids);
        Map<Long, Translation> translations = new LinkedHashMap<>();
        read.forEach((id, written) -> translations.put(id, written.in(language)));
        return translations;
    }

    /** How far each language of these texts taken together is; languages of which there is nothing are absent. */
    public Map<String, Coverage> coverage(Collection<Long> ids) {
        Map<Long, Written> read = read(ids);
        Map<String, Coverage> coverage = new TreeMap<>();
        read.values()
                .forEach(written -> written.languages().forEach(language -> coverage.put(language, Coverage.READY)));
        coverage.replaceAll((language, unused) -> read.values().stream()
                .map(written -> written.in(language).coverage())
                .max(Coverage::compareTo)
                .orElse(Coverage.MISSING));
        return coverage;
    }

    /** Keeps what somebody wrote as a draft, made from the source as it is now. No paragraph takes the draft away. */
    public void draft(long id, String language, List<String> paragraphs, long authorId) {
        List<String> source =
                Objects.requireNonNull(of(List.of(id), language).get(id)).source();
        run("DELETE FROM translation_draft WHERE text_id = ? AND language = ?", id, language);
        for (int i = 0; i < paragraphs.size(); i++) {
            run(
                    """
                    INSERT INTO translation_draft (text_id, language, position, body, digest, author_id, written_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    id,
                    language,
                    i,
                    paragraphs.get(i),
                    Digest.of(i < source.size() ? source.get(i) : ""),
                    authorId,
                    LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
    }

    /** Shows a draft, as somebody has reviewed it. */
    public void review(long id, String language, long reviewerId) {
        Translation translation =
                Objects.requireNonNull(of(List.of(id), language).get(id));
        if (translation.draft().isEmpty()) {
            return;
        }
        texts.translate(id, language, String.join("\n\n", translation.draft()), translation.draftMadeFrom());
        run(
                "UPDATE paragraph SET author_id = ?, reviewer_id = ? WHERE text_id = ? AND language = ?",
                translation.author(),
                reviewerId,
                id,
                language);
        run("DELETE FROM translation_draft WHERE text_id = ? AND language = ?", id, language);
    }

    private Map<Long, Written> read(Collection<Long> ids) {
        Map<Long, Written> read = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return read;
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        select("""
                SELECT p.text_id, p.language, p.body, p.digest, NULL, t.source_language
                FROM paragraph p
                JOIN text t ON t.id = p.text_id
                WHERE p.text_id IN (%s)
                ORDER BY p.text_id, p.language, p.position
                """.formatted(marks), ids, read, false);
        select("""
                SELECT d.text_id, d.language, d.body, d.digest, d.author_id, t.source_language
                FROM translation_draft d
                JOIN text t ON t.id = d.text_id
                WHERE d.text_id IN (%s)
                ORDER BY d.text_id, d.language, d.position
                """.formatted(marks), ids, read, true);
        return read;
    }

    private void select(String sql, Collection<Long> ids, Map<Long, Written> read, boolean isDraft) {
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement(sql)) {
            int place = 1;
            for (long id : ids) {
                statement.setLong(place++, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Written written = read.computeIfAbsent(rows.getLong(1), id -> new Written());
                    written.sourceLanguage = rows.getString(6);
                    Body body = (isDraft ? written.drafts : written.bodies)
                            .computeIfAbsent(rows.getString(2), language -> new Body());
                    body.paragraphs.add(rows.getString(3));
                    body.digests.add(rows.getString(4));
                    body.author = rows.getLong(5);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How far a language is, the least first. */
    public enum Coverage {
        READY,
        /** Something was written that nobody has reviewed. */
        DRAFT,
        /** The source has changed since. */
        STALE,
        MISSING
    }

    /**
     * A text beside its source.
     *
     * @param shown what residents read; empty where nothing is there
     * @param draft what waits for a reviewer; empty where nothing does
     * @param draftMadeFrom digests of the source paragraphs that the draft was made from
     * @param author account of the draft; 0 where there is none
     */
    public record Translation(
            List<String> source,
            List<String> shown,
            boolean isStale,
            List<String> draft,
            List<String> draftMadeFrom,
            long author) {

        public Coverage coverage() {
            if (!draft.isEmpty()) {
                return Coverage.DRAFT;
            }
            if (shown.size() < source.size()) {
                return Coverage.MISSING;
            }
            return isStale ? Coverage.STALE : Coverage.READY;
        }
    }

    private static final class Body {
        private final List<String> paragraphs = new ArrayList<>();
        private final List<String> digests = new ArrayList<>();
        private long author;
    }

    private static final class Written {
        private String sourceLanguage = Language.SOURCE;
        private final Map<String, Body> bodies = new HashMap<>();
        private final Map<String, Body> drafts = new HashMap<>();

        private List<String> languages() {
            List<String> all = new ArrayList<>(bodies.keySet());
            all.addAll(drafts.keySet());
            all.remove(sourceLanguage);
            return all;
        }

        private Translation in(String language) {
            Body source = bodies.getOrDefault(sourceLanguage, new Body());
            Body shown = bodies.getOrDefault(language, new Body());
            Body draft = drafts.getOrDefault(language, new Body());
            return new Translation(
                    List.copyOf(source.paragraphs),
                    List.copyOf(shown.paragraphs),
                    !shown.digests.isEmpty() && !shown.digests.equals(source.digests),
                    List.copyOf(draft.paragraphs),
                    List.copyOf(draft.digests),
                    draft.author);
        }
    }
}
