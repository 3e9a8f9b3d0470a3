package org.portevoix.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
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
