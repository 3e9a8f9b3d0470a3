package org.portevoix.consultation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.portevoix.mail.Contacts;
import org.portevoix.participation.Ledger;
import org.portevoix.seal.Seal;

/**
 * Some opinions, their answers and their ledger lines, in one transaction and three statements; and a contact for each
 * whose writer left one, a letter for each that says somebody may be in danger.
 */
@Singleton
class OpinionGroupInsert {

    private static final String INSERT_OPINION = """
            INSERT INTO opinion (contract_id, consultation_id, receipt_hash, submission_hash, received_at, state, has_words,
                may_show, entered_by, month, level, channel, phase, action_sheet_id, home, language, age_band, gender,
                first_time, is_sensitive, is_counted, revision, has_contact, turn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcOperations database;
    private final Ledger ledger;
    private final Contacts contacts;
    private final OpinionDistress distress;
    private final Seal seal;

    OpinionGroupInsert(JdbcOperations database, Ledger ledger, Contacts contacts, OpinionDistress distress, Seal seal) {
        this.database = database;
        this.ledger = ledger;
        this.contacts = contacts;
        this.distress = distress;
        this.seal = seal;
    }

    /** All or none, in a transaction of its own: some of them are other callers'. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void save(List<OpinionInsert.Waiting> group) {
        List<Long> ids = saveOpinions(group);
        database.prepareStatement("""
                INSERT INTO answer (opinion_id, question_id, choice, scale, body)
                VALUES (?, ?, ?, ?, ?)
                """, statement -> {
            for (int i = 0; i < group.size(); i++) {
                add(statement, ids.get(i), group.get(i).answers());
            }
            return statement.executeBatch().length;
        });
        for (int i = 0; i < group.size(); i++) {
            OpinionInsert.Waiting one = group.get(i);
            if (one.contact() != null) {
                contacts.keep(one.opinion().receiptHash(), one.contact());
            }
            if (one.alert() != null) {
                distress.tell(one.alert(), ids.get(i), one.opinion().revision());
            }
            if (one.deed() != null) {
                seal.record(one.deed());
            }
        }
        ledger.record(group.stream().map(one -> one.opinion().ledgerLine()).toList());
    }

    /** The ids of rows inserted by one statement follow one another, in each innodb_autoinc_lock_mode. */
    private List<Long> saveOpinions(List<OpinionInsert.Waiting> group) {
        return database.execute(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(INSERT_OPINION, Statement.RETURN_GENERATED_KEYS)) {
                for (OpinionInsert.Waiting one : group) {
                    add(statement, one.opinion());
                }
                statement.executeBatch();
                return keys(statement, group.size());
            }
        });
    }

    private static List<Long> keys(PreparedStatement statement, int count) throws SQLException {
        List<Long> ids = new ArrayList<>(count);
        try (ResultSet keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                ids.add(keys.getLong(1));
            }
        }
        if (ids.size() != count) {
            throw new IllegalStateException(ids.size() + " ids for " + count + " opinions");
        }
        return ids;
    }

    private static void add(PreparedStatement statement, Opinion opinion) throws SQLException {
        statement.setLong(1, opinion.contractId());
        statement.setLong(2, opinion.consultationId());
        statement.setBytes(3, opinion.receiptHash());
        statement.setBytes(4, opinion.submissionHash());
        statement.setObject(5, LocalDateTime.ofInstant(opinion.receivedAt(), ZoneOffset.UTC));
        statement.setString(6, opinion.state().name());
        statement.setBoolean(7, opinion.hasWords());
        statement.setObject(8, opinion.mayShow(), Types.BOOLEAN);
        statement.setObject(9, opinion.enteredBy(), Types.BIGINT);
        statement.setString(10, opinion.month());
        statement.setString(11, opinion.level().name());
        statement.setString(12, opinion.channel().name());
        statement.setString(13, opinion.phase() == null ? null : opinion.phase().name());
        statement.setObject(14, opinion.actionSheetId(), Types.BIGINT);
        statement.setString(15, opinion.home());
        statement.setString(16, opinion.language());
        statement.setString(17, opinion.ageBand());
        statement.setString(18, opinion.gender());
        statement.setObject(19, opinion.firstTime(), Types.BOOLEAN);
        statement.setBoolean(20, opinion.isSensitive());
        statement.setBoolean(21, opinion.isCounted());
        statement.setInt(22, opinion.revision());
        statement.setBoolean(23, opinion.hasContact());
        statement.setInt(24, opinion.turn());
        statement.addBatch();
    }

    private static void add(PreparedStatement statement, long opinionId, List<Answer> answers) throws SQLException {
        for (Answer answer : answers) {
            statement.setLong(1, opinionId);
            statement.setLong(2, answer.questionId());
            statement.setLong(3, answer.choice());
            statement.setObject(4, answer.scale(), Types.TINYINT);
            statement.setString(5, answer.body());
            statement.addBatch();
        }
    }
}
