package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.portevoix.participation.Ledger;

/** Whether an opinion counts: one line of the ledger each time that changes, in the caller's transaction. */
@Singleton
class OpinionCounting {

    private final OpinionRepository opinions;
    private final Ledger ledger;

    OpinionCounting(OpinionRepository opinions, Ledger ledger) {
        this.opinions = opinions;
        this.ledger = ledger;
    }

    void stop(Opinion opinion) {
        if (opinions.stopCounting(Objects.requireNonNull(opinion.id())) == 1) {
            ledger.correction(opinion.ledgerLine());
        }
    }

    void again(Opinion opinion) {
        if (opinions.countAgain(Objects.requireNonNull(opinion.id())) == 1) {
            ledger.record(opinion.ledgerLine());
        }
    }
}
