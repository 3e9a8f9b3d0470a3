package org.portevoix.language;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ParagraphRepository extends GenericRepository<ParagraphRow, Long> {

    /** In the source language and in another one, by text, language and position. */
    @Query("""
            SELECT p.text_id, t.source_language, p.language, p.position, p.body, p.digest, p.state
            FROM paragraph p
            JOIN text t ON t.id = p.text_id
            WHERE p.text_id IN (:textIds)
              AND (p.language = :language OR p.language = t.source_language)
              AND (p.state = 'REVIEWED' OR p.language = t.source_language)
            ORDER BY p.text_id, p.language, p.position
            """)
    List<Paragraph> findReadable(Collection<Long> textIds, String language);
}
