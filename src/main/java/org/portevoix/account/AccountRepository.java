package org.portevoix.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRepository extends GenericRepository<Account, Long> {

    Account save(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByEmail(String email);

    @Query("UPDATE account SET password_hash = :passwordHash WHERE id = :id AND is_active = TRUE")
    int setPassword(long id, String passwordHash);

    @Query("UPDATE account SET seen_at = :now WHERE id = :id")
    void see(long id, Instant now);

    /** With the role that each has in this contract: one line a role, by name. */
    @Query("""
            SELECT a.id, a.name, a.email, m.role, a.is_administrator, a.seen_at,
                CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END AS passwords
            FROM membership m
            JOIN account a ON a.id = m.account_id
            WHERE m.contract_id = :contractId
              AND a.is_active = TRUE
            ORDER BY a.name, a.id, m.role
            """)
    List<Member> findMembers(long contractId);

    /** How many others can sign in and have one of these roles in this contract, or administer the site. */
    @Query("""
            SELECT COUNT(DISTINCT a.id)
            FROM account a
            LEFT JOIN membership m ON m.account_id = a.id AND m.contract_id = :contractId AND m.role IN (:roles)
            WHERE a.id <> :accountId
              AND a.is_active = TRUE
              AND a.password_hash IS NOT NULL
              AND (a.is_administrator = TRUE OR m.account_id IS NOT NULL)
            """)
    long countOthers(long contractId, long accountId, Collection<String> roles);

    /** They themselves, by name. */
    @Query("""
            SELECT a.id, a.name, a.email, COUNT(m.account_id) AS roles
            FROM account a
            LEFT JOIN membership m ON m.account_id = a.id AND m.contract_id = :contractId AND m.role IN (:roles)
            WHERE a.id <> :accountId
              AND a.is_active = TRUE
              AND a.password_hash IS NOT NULL
              AND (a.is_administrator = TRUE OR m.account_id IS NOT NULL)
            GROUP BY a.id, a.name, a.email
            ORDER BY a.name, a.id
            """)
    List<AbleAccount> findOthers(long contractId, long accountId, Collection<String> roles);

    /** All those of the site who are let in, by name. */
    @Query("""
            SELECT a.id, a.name, a.email, a.is_administrator, a.seen_at,
                CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END AS passwords
            FROM account a
            WHERE a.is_active = TRUE
            ORDER BY a.name, a.id
            """)
    List<TeamAccount> findTeam();

    @Query("SELECT account_id, contract_id, role FROM membership ORDER BY contract_id, role")
    List<HeldRole> findHeldRoles();

    /** Who coordinates a contract and can sign in; held until the transaction ends, so that two can't let each other go. */
    @Query("""
            SELECT a.id
            FROM membership m
            JOIN account a ON a.id = m.account_id
            WHERE m.contract_id = :contractId
              AND m.role = 'COORDINATOR'
              AND a.is_active = TRUE
              AND a.password_hash IS NOT NULL
            FOR UPDATE
            """)
    List<Long> holdCoordinators(long contractId);

    /** Who coordinates a contract and can sign in. */
    @Query("""
            SELECT DISTINCT a.id, a.name, a.email
            FROM membership m
            JOIN account a ON a.id = m.account_id
            WHERE m.contract_id = :contractId
              AND m.role = 'COORDINATOR'
              AND a.is_active = TRUE
              AND a.password_hash IS NOT NULL
            ORDER BY a.id
            """)
    List<AccountAddress> findCoordinators(long contractId);

    @Query("""
            SELECT id, name, email
            FROM account
            WHERE is_administrator = TRUE
              AND is_active = TRUE
              AND password_hash IS NOT NULL
            ORDER BY id
            """)
    List<AccountAddress> findAdministrators();

    /** Who administers the site and can sign in; held until the transaction ends. */
    @Query("""
            SELECT id
            FROM account
            WHERE is_administrator = TRUE
              AND is_active = TRUE
              AND password_hash IS NOT NULL
            FOR UPDATE
            """)
    List<Long> holdAdministrators();

    @Query("DELETE FROM membership WHERE account_id = :accountId AND contract_id = :contractId AND role = :role")
    int deleteMembership(long accountId, long contractId, Role role);

    @Query("DELETE FROM membership WHERE account_id = :accountId")
    void deleteMemberships(long accountId);

    @Query("UPDATE account SET is_administrator = :isAdministrator WHERE id = :id")
    void setAdministrator(long id, boolean isAdministrator);

    @Query("UPDATE account SET is_active = FALSE, is_administrator = FALSE, password_hash = NULL WHERE id = :id")
    void close(long id);

    /** Let in again, with another password. */
    @Query("UPDATE account SET is_active = TRUE, password_hash = NULL WHERE id = :id")
    void reopen(long id);

    /** Members of this contract who have not come since, administrators apart. */
    @Query("""
            SELECT a.id
            FROM membership m
            JOIN account a ON a.id = m.account_id
            WHERE m.contract_id = :contractId
              AND a.is_administrator = FALSE
            GROUP BY a.id, a.seen_at, a.created_at
            HAVING COALESCE(a.seen_at, a.created_at) < :before
            """)
    List<Long> findUnused(long contractId, Instant before);

    @Query("DELETE FROM membership WHERE account_id = :accountId AND contract_id = :contractId")
    void leave(long accountId, long contractId);

    /** Of nothing any more. */
    @Query("""
            UPDATE account
            SET is_active = FALSE, password_hash = NULL
            WHERE id = :id
              AND is_administrator = FALSE
              AND NOT EXISTS (SELECT 1 FROM membership WHERE account_id = :id)
            """)
    int closeWithoutRole(long id);

    /** What was decided stays under their number; who they were goes. */
    @Query("""
            UPDATE account
            SET email = CONCAT('efface-', id, '@invalid'), name = CONCAT('n° ', id), password_hash = NULL, is_active = FALSE
            WHERE is_administrator = FALSE
              AND COALESCE(seen_at, created_at) < :before
              AND email NOT LIKE '%@invalid'
              AND NOT EXISTS (SELECT 1 FROM membership WHERE account_id = account.id)
            """)
    int erase(Instant before);

    /** One who can sign in. */
    @Query("""
            SELECT COUNT(*) FROM account
            WHERE is_administrator = TRUE
              AND is_active = TRUE
              AND password_hash IS NOT NULL
            """)
    long countAdministrators();

    @Query("SELECT id, name FROM account WHERE id IN (:ids)")
    List<AccountName> findNames(Collection<Long> ids);

    @Query("SELECT contract_id, role FROM membership WHERE account_id = :accountId")
    List<Membership> findMemberships(long accountId);

    @Query("INSERT IGNORE INTO membership (account_id, contract_id, role) VALUES (:accountId, :contractId, :role)")
    void addMembership(long accountId, long contractId, Role role);

    List<Account> findByIdIn(Collection<Long> ids);

    @Query("DELETE FROM membership WHERE account_id = :accountId AND contract_id = :contractId AND role = :role")
    void removeMembership(long accountId, long contractId, Role role);
}
