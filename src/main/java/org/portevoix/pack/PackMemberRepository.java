package org.portevoix.pack;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who receives the pack, by which link, and when. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PackMemberRepository extends GenericRepository<FrozenPack, Long> {

    /** In the order in which they were added. */
    @Query("SELECT id, name, address, added_at FROM pack_member WHERE contract_id = :contractId ORDER BY id")
    List<PackMember> findMembers(long contractId);

    /** Whoever is there already is there anew, from now on. */
    @Query("""
            INSERT INTO pack_member (contract_id, name, address, address_hash, added_at)
            VALUES (:contractId, :name, :address, :addressHash, :at)
            ON DUPLICATE KEY UPDATE
                name = VALUES(name),
                added_at = VALUES(added_at)
            """)
    void addMember(long contractId, byte[] name, byte[] address, byte[] addressHash, Instant at);

    @Query("DELETE FROM pack_member WHERE id = :id AND contract_id = :contractId")
    int removeMember(long contractId, long id);

    @Query("SELECT id FROM pack_member WHERE contract_id = :contractId AND added_at < :before")
    List<Long> findAddedBefore(long contractId, Instant before);

    @Query("SELECT pack_id FROM pack_link WHERE member_id = :memberId")
    List<Long> findPacksOf(long memberId);

    @Query("SELECT account_id FROM pack_refusal WHERE contract_id = :contractId")
    List<Long> findRefusals(long contractId);

    @Query("INSERT IGNORE INTO pack_refusal (contract_id, account_id) VALUES (:contractId, :accountId)")
    void refuse(long contractId, long accountId);

    @Query("DELETE FROM pack_refusal WHERE contract_id = :contractId AND account_id = :accountId")
    void accept(long contractId, long accountId);

    /** 0 where they have a link to this pack already. */
    @Query("""
            INSERT IGNORE INTO pack_link (member_id, pack_id, token_hash, expires_at)
            VALUES (:memberId, :packId, :tokenHash, :expiresAt)
            """)
    int addLink(long memberId, long packId, byte[] tokenHash, Instant expiresAt);

    /** Past its days or not: it still stops the mails. */
    @Query("""
            SELECT l.member_id, m.contract_id, l.pack_id, l.expires_at
            FROM pack_link l
            JOIN pack_member m ON m.id = l.member_id
            WHERE l.token_hash = :tokenHash
            """)
    Optional<PackLink> findLink(byte[] tokenHash);

    @Query("SELECT rhythm, days_before, since FROM pack_schedule WHERE contract_id = :contractId")
    Optional<PackSchedule> findSchedule(long contractId);

    @Query("""
            INSERT INTO pack_schedule (contract_id, rhythm, days_before, since)
            VALUES (:contractId, :rhythm, :daysBefore, :since)
            ON DUPLICATE KEY UPDATE
                rhythm = VALUES(rhythm),
                days_before = VALUES(days_before),
                since = VALUES(since)
            """)
    void setSchedule(long contractId, Rhythm rhythm, int daysBefore, LocalDate since);

    @Query("SELECT COUNT(*) FROM pack_occasion WHERE contract_id = :contractId AND occasion = :occasion")
    long countOccasion(long contractId, String occasion);

    /** 0 where another machine has it. */
    @Query("INSERT IGNORE INTO pack_occasion (contract_id, occasion, at) VALUES (:contractId, :occasion, :at)")
    int takeOccasion(long contractId, String occasion, Instant at);
}
