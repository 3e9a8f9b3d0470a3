package org.portevoix.volunteer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignUpRepository extends GenericRepository<SignUp, Long> {

    SignUp save(SignUp signUp);

    Optional<SignUp> findById(long id);

    Optional<SignUp> findByReceiptHash(byte[] receiptHash);

    @Query("UPDATE sign_up SET first_name = NULL, spoken = '' WHERE id = :id")
    void forget(long id);

    @Query("DELETE FROM sign_up WHERE id = :id")
    int delete(long id);

    /** Those of which every place is over since before this instant: by the slot's end, or the last change where it has none. */
    @Query("""
            SELECT s.* FROM sign_up s
            WHERE s.contract_id = :contractId
              AND NOT EXISTS (SELECT 1 FROM sign_up_place p
                              JOIN mission_slot t ON t.id = p.slot_id
                              WHERE p.sign_up_id = s.id
                                AND COALESCE(t.ends_at, p.changed_at) >= :before)
            ORDER BY s.id
            """)
    List<SignUp> findOver(long contractId, Instant before);
}
