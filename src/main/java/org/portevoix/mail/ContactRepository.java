package org.portevoix.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ContactRepository extends GenericRepository<ContactRow, byte[]> {

    @Query("""
            INSERT INTO contact (receipt_hash, kind, address, language, kept_at)
            VALUES (:receiptHash, :kind, :address, :language, :now)
            ON DUPLICATE KEY UPDATE kind = VALUES(kind), address = VALUES(address), language = VALUES(language)
            """)
    void keep(byte[] receiptHash, Contact.Kind kind, byte[] address, String language, Instant now);

    @Query("SELECT receipt_hash, kind, address, language FROM contact WHERE receipt_hash = :receiptHash")
    Optional<ContactRow> find(byte[] receiptHash);

    @Query("DELETE FROM contact WHERE receipt_hash = :receiptHash")
    int erase(byte[] receiptHash);
}
