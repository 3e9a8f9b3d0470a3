package org.portevoix.synthetic;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Visit;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;

/** Writes invented lines to the ledger, a step at a time, of the months up to the present one. */
@Singleton
class SyntheticLines {

    private final Ledger ledger;
    private final TransactionOperations<Connection> transactions;

    private final Clock clock;

    SyntheticLines(Ledger ledger, TransactionOperations<Connection> transactions, Clock clock) {
        this.clock = clock;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    void write(Visit visit, List<Consultations.Listed> consultations, SyntheticActs acts, int count) {
        YearMonth month = YearMonth.now(clock.withZone(visit.zone()));
        List<LedgerLine> lines = acts.lines(visit.contractId(), consultations, month, count);
        transactions.executeWrite(status -> {
            ledger.record(lines);
            return lines.size();
        });
    }
}
