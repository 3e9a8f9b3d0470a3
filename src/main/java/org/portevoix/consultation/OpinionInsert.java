package org.portevoix.consultation;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.Objects;
import org.portevoix.participation.Ledger;

/** One opinion, its answers and its ledger line: all or nothing. */
@Singleton
class OpinionInsert {

    private final OpinionRepository opinions;
    private final Ledger ledger;

    OpinionInsert(OpinionRepository opinions, Ledger ledger) {
        this.opinions = opinions;
        this.ledger = ledger;
    }

    /** Throws a {@link DataAccessException} that {@link #isClash} knows when the code or the submission is there already. */
    @Transactional
    void save(Opinion opinion, List<Answer> answers) {
        long id = Objects.requireNonNull(opinions.save(opinion).id());
        saveAnswers(id, answers);
        ledger.record(opinion.ledgerLine());
    }

    void saveAnswers(long opinionId, List<Answer> answers) {
        for (Answer answer : answers) {
            opinions.addAnswer(opinionId, answer.questionId(), answer.choice(), answer.scale(), answer.body());
        }
    }

    static boolean isClash(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
