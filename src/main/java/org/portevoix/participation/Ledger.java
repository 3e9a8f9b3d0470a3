package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the town writes down each act of participation, once and for good: a line is added, never changed, never removed.
 * Called inside the transaction of the contribution that it counts, so that neither exists without the other.
 */
@Singleton
public class Ledger {
    private static final int ID_BYTES = 16;

    private final JdbcOperations database;
    private final SecureRandom random;

    Ledger(JdbcOperations database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    /** Adds a line, in the caller's transaction; without one, it refuses. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(LedgerLine line) {
        record(List.of(line));
    }

    /** Adds some lines at once, on the same terms. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<LedgerLine> lines) {
        database.prepareStatement("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, phase, action_sheet_id,
                    event_session_id, consultation_id, mission_id, council_id, body_id, home, place, language, age_band,
                    gender, first_time, is_sensitive, count, held_on, held_from, is_evening, is_weekend, has_child_care,
                    has_interpreter, minutes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            for (LedgerLine line : lines) {
                add(statement, line);
            }
            return statement.executeBatch().length;
        });
    }

    /** Takes back an act that no longer counts (withdrawn, spam, a double): the same line, the other way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correction(LedgerLine line) {
        record(line.corrected());
    }

    private void add(PreparedStatement statement, LedgerLine line) throws SQLException {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        statement.setBytes(1, id);
        statement.setLong(2, line.contractId());
        statement.setString(3, line.kind().name());
        statement.setString(4, line.month().toString());
        statement.setString(5, line.act().name());
        statement.setString(6, name(line.level()));
        statement.setString(7, name(line.channel()));
        statement.setString(8, name(line.phase()));
        number(statement, 9, line.actionSheetId());
        number(statement, 10, line.eventSessionId());
        number(statement, 11, line.consultationId());
        number(statement, 12, line.missionId());
        number(statement, 13, line.councilId());
        number(statement, 14, line.bodyId());
        statement.setString(15, line.home());
        statement.setString(16, line.place());
        statement.setString(17, line.language());
        statement.setString(18, line.ageBand());
        statement.setString(19, line.gender());
        if (line.firstTime() == null) {
            statement.setNull(20, Types.BOOLEAN);
        } else {
            statement.setBoolean(20, line.firstTime());
        }
        statement.setBoolean(21, line.isSensitive());
        statement.setInt(22, line.count());
        LedgerLine.Held held = line.held();
        statement.setObject(23, held == null ? null : held.startsAt().toLocalDate());
        statement.setObject(24, held == null ? null : held.startsAt().toLocalTime());
        statement.setObject(25, held == null ? null : held.isEvening(), Types.BOOLEAN);
        statement.setObject(26, held == null ? null : held.isWeekend(), Types.BOOLEAN);
        statement.setObject(27, held == null ? null : held.hasChildCare(), Types.BOOLEAN);
        statement.setObject(28, held == null ? null : held.hasInterpreter(), Types.BOOLEAN);
        statement.setObject(29, line.minutes(), Types.INTEGER);
        statement.addBatch();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static void number(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }
}
