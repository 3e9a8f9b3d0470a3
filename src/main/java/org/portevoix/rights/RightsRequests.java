package org.portevoix.rights;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.portevoix.contract.Contract;
import org.portevoix.language.Languages;
import org.portevoix.receipt.Contribution;
import org.portevoix.receipt.ReceiptCodes;

/** Copies and erases what was given under a code, because somebody asked the team to; writes down that it was done. */
@Singleton
class RightsRequests {

    private final List<Contribution> contributions;
    private final RightsRequestRepository requests;
    private final ReceiptCodes codes;
    private final Languages languages;
    private final Clock clock;

    RightsRequests(
            List<Contribution> contributions,
            RightsRequestRepository requests,
            ReceiptCodes codes,
            Languages languages,
            Clock clock) {
        this.contributions = contributions;
        this.requests = requests;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    /** The code as it is written; empty when nothing of this contract has it. */
    Optional<String> find(Contract contract, String typed) {
        return codes.read(typed)
                .filter(code -> contributions.stream()
                        .flatMap(one -> one.find(code, languages.source()).stream())
                        .anyMatch(receipt -> receipt.layout().contract() != null
                                && receipt.layout().contract().slug().equals(contract.slug())));
    }

    @Transactional
    void copied(Contract contract, long accountId) {
        requests.add(contract.id(), RightsRequest.Kind.COPY, accountId, clock.instant());
    }

    /** As if its owner had taken it back. */
    @Transactional
    void erase(Contract contract, String code, long accountId) {
        contributions.forEach(one -> one.withdraw(code));
        requests.add(contract.id(), RightsRequest.Kind.ERASURE, accountId, clock.instant());
    }
}
