package org.portevoix.retention;

import java.time.LocalDate;
import java.time.Period;

/** A kind of personal data that a feature keeps, with the term after which it erases it. */
public interface PersonalData {

    /** Its name, as in the message keys {@code retention.kind.…}: "opinion", "registration". */
    String kind();

    /** How long it is kept where the contract does not say otherwise. From when it counts is said by the kind's message. */
    Period usualTerm();

    /** The longest that a contract may keep it: law and purpose forbid more. */
    default Period longestTerm() {
        return usualTerm();
    }

    /**
     * Erases what is past its term: what counts from a day before {@code before}. What the ledger holds stays, since it is
     * about nobody. In a transaction of its own.
     *
     * @return how many were erased
     */
    int erase(long contractId, LocalDate before);
}
