package org.portevoix.language;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Alignment.Part;

/**
 * Texts kept paragraph by paragraph, in each language. A body is its paragraphs, parted by an empty line; in a
 * translation, a paragraph of three points alone stands for one that is not translated.
 */
@Singleton
@Transactional
public class TextStore {
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R(?:[ \\t]*\\R)+");
    private static final String NOT_TRANSLATED = "…";
    private static final String NO_SOURCE = Digest.of("");

    private final JdbcOperations jdbc;

    TextStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The paragraphs of a body in their order, without the space around them; none is empty. */
    public static List<String> paragraphs(String body) {
        return Arrays.stream(EMPTY_LINE.split(body.strip()))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** The body as this store gives it back. */
    public static String normal(String body) {
        return String.join("\n\n", paragraphs(body));
    }

    /** Keeps a new text: its source, and the translations that came with it. Gives its id. */
    public long create(String sourceLanguage, Map<String, String> bodies) {
        return create(sourceLanguage, bodies, Origin.FILE);
    }

    /** @param origin of what is not in the source language */
    public long create(String sourceLanguage, Map<String, String> bodies, Origin origin) {
        long id = insertText(sourceLanguage);
        update(id, Map.of(sourceLanguage, bodies.getOrDefault(sourceLanguage, "")));
        bodies.forEach((language, body) -> {
            if (!language.equals(sourceLanguage)) {
                translate(id, language, body, bodies.getOrDefault(sourceLanguage, ""), origin);
            }
        });
        return id;
    }

    /**
     * Replaces the bodies of the languages given and leaves the others, which follow their source: what was made from a
     * paragraph goes with it where it moves, and away with it. A translation given came with the source given, or with
     * the present one.
     */
    public void update(long id, Map<String, String> bodies) {
        String sourceLanguage = sourceLanguage(id);
        String source = bodies.get(sourceLanguage);
        if (source != null) {
            rewrite(id, sourceLanguage, paragraphs(source));
        }
        bodies.forEach((language, body) -> {
            if (!language.equals(sourceLanguage)) {
                translate(id, language, body, read(id).getOrDefault(sourceLanguage, ""), Origin.FILE);
            }
        });
    }

    /** Replaces the body of one translation, which came with the source body given. */
    public void translate(long id, String language, String body, String source, Origin origin) {
        translate(
                id,
                language,
                body,
                paragraphs(source).stream()
                        .map(paragraph -> Made.with(origin, Digest.of(paragraph)))
                        .toList(),
                origin);
    }

    /** The same where it is known how each of its paragraphs came to be. */
    public void translate(long id, String language, String body, List<Made> made) {
        translate(id, language, body, made, Origin.FILE);
    }

    private void translate(long id, String language, String body, List<Made> made, Origin otherwise) {
        List<Part> source = Part.of(bodies(id, sourceLanguage(id)));
        List<String> paragraphs = paragraphs(body);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.max(paragraphs.size(), made.size()); i++) {
            // One that is not translated keeps the places of the others apart.
            parts.add(new Part(i < made.size() ? made.get(i).digest() : NO_SOURCE, ""));
        }
        int[] places = Alignment.of(parts, source);
        int end = source.size();
        run("DELETE FROM paragraph WHERE text_id = ? AND language = ?", id, language);
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean isBeyond = i >= made.size();
            boolean isAlone = !isBeyond && places[i] < 0 && made.get(i).digest().equals(NO_SOURCE);
            int place = isBeyond || isAlone ? end++ : places[i];
            if (place >= 0 && !paragraphs.get(i).equals(NOT_TRANSLATED)) {
                insert(
                        id,
                        language,
                        place,
                        paragraphs.get(i),
                        isBeyond ? Made.with(otherwise, NO_SOURCE) : made.get(i));
            }
        }
    }

    private void insert(long id, String language, int position, String body, Made made) {
        run(
                """
                INSERT INTO paragraph
                    (text_id, language, position, body, origin, digest, state, author_id, reviewer_id, reviewed_at)
                VALUES (?, ?, ?, ?, ?, ?, 'REVIEWED', ?, ?, ?)
                """,
                id,
                language,
                position,
                body,
                made.origin().name(),
                made.digest(),
                made.author(),
                made.reviewer(),
                made.reviewedAt() == null ? null : LocalDateTime.ofInstant(made.reviewedAt(), ZoneOffset.UTC));
    }

    /** Writes the source anew; what was made from it follows. */
    private void rewrite(long id, String sourceLanguage, List<String> paragraphs) {
        List<String> before = bodies(id, sourceLanguage);
        if (before.equals(paragraphs)) {
            return;
        }
        run("DELETE FROM paragraph WHERE text_id = ? AND language = ?", id, sourceLanguage);
        for (int i = 0; i < paragraphs.size(); i++) {
            insert(id, sourceLanguage, i, paragraphs.get(i), Made.with(Origin.SOURCE, Digest.of(paragraphs.get(i))));
        }
        if (!before.isEmpty()) {
            int[] to = Alignment.of(Part.of(before), Part.of(paragraphs));
            follow("paragraph", id, sourceLanguage, before, paragraphs, to);
            follow("translation_draft", id, sourceLanguage, before, paragraphs, to);
        }
    }

    private void follow(
            String table, long id, String sourceLanguage, List<String> before, List<String> after, int[] to) {
        List<Kept> kept = kept(table, id, sourceLanguage);
        if (kept.isEmpty()) {
            return;
        }
        // Out of the way of one another.
        run(
                "UPDATE " + table + " SET position = -1 - position WHERE text_id = ? AND language <> ?",
                id,
                sourceLanguage);
        for (Kept one : kept) {
            boolean isBeyond = one.position() >= to.length;
            int place = isBeyond ? after.size() + one.position() - to.length : to[one.position()];
            if (place < 0) {
                run(
                        "DELETE FROM " + table + " WHERE text_id = ? AND language = ? AND position = ?",
                        id,
                        one.language(),
                        -1 - one.position());
                continue;
            }
            boolean isSame = isBeyond || Digest.of(after.get(place)).equals(one.digest());
            String was = isBeyond ? null : before.get(one.position());
            run(
                    "UPDATE " + table + " SET position = ?, source_body = "
                            + (isSame ? "NULL" : "COALESCE(source_body, ?)")
                            + " WHERE text_id = ? AND language = ? AND position = ?",
                    isSame
                            ? new Object[] {place, id, one.language(), -1 - one.position()}
                            : new Object[] {place, was, id, one.language(), -1 - one.position()});
        }
    }

    private List<Kept> kept(String table, long id, String sourceLanguage) {
        try (PreparedStatement statement = jdbc.getConnection()
                .prepareStatement("SELECT language, position, digest FROM " + table
                        + " WHERE text_id = ? AND language <> ? ORDER BY language, position")) {
            statement.setLong(1, id);
            statement.setString(2, sourceLanguage);
            List<Kept> kept = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    kept.add(new Kept(rows.getString(1), rows.getInt(2), rows.getString(3)));
                }
            }
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was made from a paragraph of the source. */
    private record Kept(String language, int position, String digest) {}

    /** How each paragraph of the translations of these texts came to be, by text and language, as {@link #read} tells them. */
    public Map<Long, Map<String, List<Made>>> made(Collection<Long> ids) {
        Map<Long, Map<String, List<Made>>> made = new LinkedHashMap<>();
        rows(ids)
                .forEach((id, byLanguage) -> byLanguage.forEach((language, rows) -> {
                    if (!rows.isEmpty()
                            && rows.values().iterator().next().made().origin() != Origin.SOURCE) {
                        List<Made> all = new ArrayList<>();
                        rows.forEach((position, row) -> {
                            while (all.size() < position) {
                                all.add(Made.with(Origin.FILE, NO_SOURCE));
                            }
                            all.add(row.made());
                        });
                        made.computeIfAbsent(id, text -> new LinkedHashMap<>()).put(language, all);
                    }
                }));
        return made;
    }

    /** The bodies of a text by language. */
    public Map<String, String> read(long id) {
        return read(List.of(id)).getOrDefault(id, Map.of());
    }

    /** The bodies by language of several texts, by id. A text without any paragraph is absent. */
    public Map<Long, Map<String, String>> read(Collection<Long> ids) {
        Map<Long, Map<String, String>> texts = new LinkedHashMap<>();
        rows(ids)
                .forEach((id, byLanguage) -> byLanguage.forEach((language, rows) -> {
                    List<String> paragraphs = new ArrayList<>();
                    rows.forEach((position, row) -> {
                        while (paragraphs.size() < position) {
                            paragraphs.add(NOT_TRANSLATED);
                        }
                        paragraphs.add(row.body());
                    });
                    texts.computeIfAbsent(id, text -> new LinkedHashMap<>())
                            .put(language, String.join("\n\n", paragraphs));
                }));
        return texts;
    }

    /** By text, language and position. */
    private Map<Long, Map<String, TreeMap<Integer, Row>>> rows(Collection<Long> ids) {
        Map<Long, Map<String, TreeMap<Integer, Row>>> texts = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return texts;
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement("""
                SELECT text_id, language, position, body, digest, origin, author_id, reviewer_id, reviewed_at
                FROM paragraph
                WHERE text_id IN (%s)
                ORDER BY text_id, language, position
                """.formatted(marks))) {
            int place = 1;
            for (long id : ids) {
                statement.setLong(place++, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.computeIfAbsent(rows.getLong(1), id -> new LinkedHashMap<>())
                            .computeIfAbsent(rows.getString(2), language -> new TreeMap<>())
                            .put(
                                    rows.getInt(3),
                                    new Row(
                                            rows.getString(4),
                                            new Made(
                                                    rows.getString(5),
                                                    Origin.valueOf(rows.getString(6)),
                                                    account(rows, 7),
                                                    account(rows, 8),
                                                    instant(rows, 9))));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Row(String body, Made made) {}

    static @Nullable Long account(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column) == null ? null : rows.getLong(column);
    }

    static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        LocalDateTime at = rows.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** Forgets a text that nothing refers to any more. */
    public void delete(long id) {
        run("DELETE FROM text WHERE id = ?", id);
    }

    private List<String> bodies(long id, String language) {
        try (PreparedStatement statement = jdbc.getConnection()
                .prepareStatement("SELECT body FROM paragraph WHERE text_id = ? AND language = ? ORDER BY position")) {
            statement.setLong(1, id);
            statement.setString(2, language);
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(Objects.requireNonNull(rows.getString(1)));
                }
            }
            return bodies;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long insertText(String sourceLanguage) {
        try (PreparedStatement statement = jdbc.getConnection()
                .prepareStatement("INSERT INTO text (source_language) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, sourceLanguage);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sourceLanguage(long id) {
        try (PreparedStatement statement =
                jdbc.getConnection().prepareStatement("SELECT source_language FROM text WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
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
}
