package org.portevoix.moderation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.search.WordSearch;

/** Finds opinions that were decided, latest first. */
@Singleton
class DecidedReading {

    private final JdbcOperations database;
    private final WordSearch search;

    DecidedReading(JdbcOperations database, WordSearch search) {
        this.database = database;
        this.search = search;
    }

    /** @param consultationId null for all */
    @Transactional(readOnly = true)
    List<Long> find(long contractId, QueueFilter filter, @Nullable Long consultationId, int count, int skip) {
        WordSearch.Condition words = search.condition(contractId, filter.words());
        List<Object> values = new ArrayList<>(words.fromValues());
        values.add(contractId);
        StringBuilder sql = new StringBuilder("""
                SELECT o.id
                FROM %s
                WHERE o.contract_id = ?
                  AND o.state IN ('PUBLISHED', 'PASSED_ON', 'REFUSED')
                """.formatted(words.from()));
        if (consultationId != null) {
            sql.append(" AND o.consultation_id = ?");
            values.add(consultationId);
        }
        if (!filter.language().isEmpty()) {
            sql.append(" AND o.language = ?");
            values.add(filter.language());
        }
        if (!filter.theme().isEmpty()) {
            sql.append(" AND EXISTS (SELECT 1 FROM opinion_theme t WHERE t.opinion_id = o.id AND t.theme = ?)");
            values.add(filter.theme());
        }
        sql.append(words.where()).append(" ORDER BY o.received_at DESC, o.id DESC LIMIT ? OFFSET ?");
        values.addAll(words.whereValues());
        values.addAll(List.of(count, skip));
        return database.prepareStatement(sql.toString(), statement -> {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<Long> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        });
    }
}
