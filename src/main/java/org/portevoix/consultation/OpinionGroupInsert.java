package org.portevoix.consultation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import org.portevoix.participation.Ledger;

/** Some opinions, their answers and their ledger lines, in one transaction and three statements. */
@Singleton
class OpinionGroupInsert {

    private final OpinionRepository opinions;
    private final JdbcOperations database;
    private final Ledger ledger;

    OpinionGroupInsert(OpinionRepository opinions, JdbcOperations database, Ledger ledger) {
        this.opinions = opinions;
        this.database = database;
        this.ledger = ledger;
    }

    /** All or none, in a transaction of its own: some of them are other callers'. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void save(List<OpinionInsert.Waiting> group) {
        database.prepareStatement("""
                INSERT INTO answer (opinion_id, question_id, choice, scale, body)
                VALUES (?, ?, ?, ?, ?)
                """, statement -> {
            for (OpinionInsert.Waiting one : group) {
                long id = Objects.requireNonNull(opinions.save(one.opinion).id());
                add(statement, id, one.answers);
            }
            return statement.executeBatch().length;
        });
        ledger.record(group.stream().map(one -> one.opinion.ledgerLine()).toList());
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
