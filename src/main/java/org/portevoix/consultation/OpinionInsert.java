package org.portevoix.consultation;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Adds opinions, each with its answers and its ledger line: all or nothing. Those that come while others are being
 * committed wait for that and are then committed together: a commit costs the database more than all that it holds.
 */
@Singleton
class OpinionInsert {

    private static final int MOST_TOGETHER = 64;

    private final OpinionGroupInsert groups;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    OpinionInsert(OpinionGroupInsert groups) {
        this.groups = groups;
    }

    /**
     * Returns once the opinion is committed, in no transaction of the caller's. Throws a {@link DataAccessException} that
     * {@link #isClash} knows when the code or the submission is there already.
     */
    void save(Opinion opinion, List<Answer> answers) {
        var mine = new Waiting(opinion, answers);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.isDone) {
                commit(next());
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
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

    private List<Waiting> next() {
        var group = new ArrayList<Waiting>();
        while (group.size() < MOST_TOGETHER && waiting.poll() instanceof Waiting one) {
            group.add(one);
        }
        return group;
    }

    /** Where one of them can't be added, each is tried alone. */
    private void commit(List<Waiting> group) {
        try {
            groups.save(group);
            group.forEach(one -> one.isDone = true);
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().fail(e);
            } else {
                group.forEach(one -> commit(List.of(one)));
            }
        }
    }

    /** An opinion on its way in; read and written by who holds the turn. */
    static final class Waiting {

        final Opinion opinion;
        final List<Answer> answers;
        private boolean isDone;
        private @Nullable RuntimeException failure;

        private Waiting(Opinion opinion, List<Answer> answers) {
            this.opinion = opinion;
            this.answers = answers;
        }

        private void fail(RuntimeException e) {
            failure = e;
            isDone = true;
        }
    }
}
