package org.portevoix.language;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts kept paragraph by paragraph, in each language. A body is its paragraphs, parted by an empty line. */
@Singleton
@Transactional
public class TextStore {
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R(?:[ \\t]*\\R)+");

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

    /** Keeps a new text: its source, and people's reviewed translations made from that source. Gives its id. */
    public long create(String sourceLanguage, Map<String, String> bodies) {
        long id = insertText(sourceLanguage);
        update(id, bodies);
        return id;
    }

    /**
     * Replaces the bodies of the languages given and leaves the others. A translation is reviewed and made by a person,
     * from the source given with it, or from the present one where none is given.
     */
    public void update(long id, Map<String, String> bodies) {
        String sourceLanguage = sourceLanguage(id);
        String source = bodies.get(sourceLanguage);
        List<String> sources = paragraphs(source != null ? source : read(id).getOrDefault(sourceLanguage, ""));
        bodies.forEach((language, body) ->
                replace(id, language, paragraphs(body), sources, language.equals(sourceLanguage) ? "SOURCE" : "HUMAN"));
    }

    /** Replaces the body of one translation, made from the source body given. */
    public void translate(long id, String language, String body, String source) {
        replace(id, language, paragraphs(body), paragraphs(source), "HUMAN");
    }

    /** The same where the digests of the source paragraphs that it was made from are known. */
    public void translate(long id, String language, String body, List<String> madeFrom) {
        replaceFrom(id, language, paragraphs(body), madeFrom, "HUMAN");
    }

    /**
     * Of the translations of these texts that their source has left behind: the digests of the source paragraphs that
     * they were made from, by text and language.
     */
    public Map<Long, Map<String, List<String>>> stale(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        Map<Long, Map<String, List<String>>> digests = new LinkedHashMap<>();
        Map<Long, String> sources = new LinkedHashMap<>();
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement("""
                SELECT p.text_id, p.language, p.digest, t.source_language
                FROM paragraph p
                JOIN text t ON t.id = p.text_id
                WHERE p.text_id IN (%s)
                ORDER BY p.text_id, p.language, p.position
                """.formatted(marks))) {
            int place = 1;
            for (long id : ids) {
                statement.setLong(place++, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    digests.computeIfAbsent(rows.getLong(1), id -> new LinkedHashMap<>())
                            .computeIfAbsent(rows.getString(2), language -> new ArrayList<>())
                            .add(rows.getString(3));
                    sources.put(rows.getLong(1), rows.getString(4));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        digests.forEach((id, byLanguage) -> {
            List<String> source = byLanguage.get(sources.get(id));
            byLanguage.values().removeIf(made -> made.equals(source));
        });
        return digests;
    }

    /** The bodies of a text by language. */
    public Map<String, String> read(long id) {
        return read(List.of(id)).getOrDefault(id, Map.of());
    }

    /** The bodies by language of several texts, by id. A text without any paragraph is absent. */
    public Map<Long, Map<String, String>> read(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement statement = jdbc.getConnection().prepareStatement("""
                SELECT text_id, language, body
                FROM paragraph
                WHERE text_id IN (%s)
                ORDER BY text_id, language, position
                """.formatted(marks))) {
            int place = 1;
            for (long id : ids) {
                statement.setLong(place++, id);
            }
            Map<Long, Map<String, String>> texts = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.computeIfAbsent(rows.getLong(1), id -> new LinkedHashMap<>())
                            .merge(rows.getString(2), rows.getString(3), (before, next) -> before + "\n\n" + next);
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets a text that nothing refers to any more. */
    public void delete(long id) {
        run("DELETE FROM text WHERE id = ?", id);
    }

    private void replace(long id, String language, List<String> paragraphs, List<String> sources, String origin) {
        replaceFrom(id, language, paragraphs, sources.stream().map(Digest::of).toList(), origin);
    }

    private void replaceFrom(long id, String language, List<String> paragraphs, List<String> digests, String origin) {
        run("DELETE FROM paragraph WHERE text_id = ? AND language = ?", id, language);
        for (int i = 0; i < paragraphs.size(); i++) {
            String digest = i < digests.size() ? digests.get(i) : Digest.of("");
            run("""
                    INSERT INTO paragraph (text_id, language, position, body, origin, digest, state)
                    VALUES (?, ?, ?, ?, ?, ?, 'REVIEWED')
                    """, id, language, i, paragraphs.get(i), origin, digest);
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
