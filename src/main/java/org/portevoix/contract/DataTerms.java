package org.portevoix.contract;

import java.time.Period;
import java.util.List;

/** How long each kind of personal data is kept; the retention feature knows, the legal page tells. */
public interface DataTerms {

    /** Those in force in this contract, in the order in which they are told. */
    List<Term> of(long contractId);

    /** @param kind as in the message keys {@code retention.kind.…} and {@code retention.from.…} */
    record Term(String kind, Period term) {}
}
