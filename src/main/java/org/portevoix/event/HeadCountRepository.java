package org.portevoix.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HeadCountRepository extends GenericRepository<HeadCount, Long> {

    HeadCount save(HeadCount headCount);

    boolean existsBySubmissionHash(byte[] submissionHash);

    @Query("SELECT * FROM head_count WHERE event_session_id = :sessionId AND is_current = TRUE")
    Optional<HeadCount> findCurrent(long sessionId);

    /** Those of these sessions whose people were counted. */
    @Query("SELECT event_session_id FROM head_count WHERE event_session_id IN (:sessionIds) AND is_current = TRUE")
    List<Long> findCounted(Collection<Long> sessionIds);

    @Query("UPDATE head_count SET is_current = NULL WHERE id = :id AND is_current = TRUE")
    int replace(long id);

    @Query("SELECT home, people FROM head_count_home WHERE head_count_id = :headCountId ORDER BY home")
    List<HeadCountHome> findHomes(long headCountId);

    @Query("INSERT INTO head_count_home (head_count_id, home, people) VALUES (:headCountId, :home, :people)")
    void addHome(long headCountId, String home, int people);
}
