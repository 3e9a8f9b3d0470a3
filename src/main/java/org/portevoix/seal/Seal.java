package org.portevoix.seal;

import io.micronaut.http.HttpRequest;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the town's team leaves its trace: what somebody did at the desk is written into the sealed log in the same transaction, so that neither
 * exists without the other. Every form of the desk leaves a line by itself ({@link DeskAct}); a feature calls this where it has
 * more to say, or where nobody is signed in.
 */
@Singleton
public class Seal {

    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    Seal(TransactionOperations<Connection> transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** From here on, what this request commits is this act. */
    public static void begin(HttpRequest<?> request, Deed deed) {
        new DeskAct(deed).begin(request);
    }

    /** The act that this thread serves, to hand to the one that commits it; null where it is none. */
    public static @Nullable Deed present() {
        return DeskAct.present().map(DeskAct::deed).orElse(null);
    }

    /**
     * In the caller's transaction; without one, it refuses. The line is added when that transaction commits, after all else.
     * Where the deed names nobody or no contract, they are those of the desk.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Deed deed) {
        DeskAct act = DeskAct.present().orElse(null);
        Deed whole = act == null ? deed : completed(deed, act.deed());
        TransactionStatus<?> status = transactions.findTransactionStatus().orElseThrow();
        if (act != null) {
            act.sealed(true);
        }
        status.registerSynchronization(new Addition(whole, act));
    }

    /** In a transaction of its own: what was done changed nothing in the database, as reading a list of persons. */
    @Transactional
    public void recordAlone(Deed deed) {
        record(deed);
    }

    private static Deed completed(Deed deed, Deed act) {
        return deed.by(deed.accountId() == null ? act.accountId() : deed.accountId())
                .in(deed.contractId() == null ? act.contractId() : deed.contractId());
    }

    private final class Addition implements TransactionSynchronization {
        private final Deed deed;
        private final @Nullable DeskAct act;

        Addition(Deed deed, @Nullable DeskAct act) {
            this.deed = deed;
            this.act = act;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            try {
                Chain.append(transactions.getConnection(), clock, List.of(deed));
            } catch (SQLException e) {
                throw new IllegalStateException("What was done could not be sealed", e);
            }
        }

        @Override
        public void afterCompletion(Status status) {
            if (status != Status.COMMITTED && act != null) {
                act.sealed(false);
            }
        }
    }
}
