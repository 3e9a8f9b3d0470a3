package org.portevoix.council;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.portevoix.contract.Contract;
import org.portevoix.distress.DistressLooks;

/** Keeps what councils ask the team for. */
@Singleton
class Proposals {

    private final CouncilProposalRepository proposals;
    private final DistressLooks distress;
    private final Clock clock;

    Proposals(CouncilProposalRepository proposals, DistressLooks distress, Clock clock) {
        this.proposals = proposals;
        this.distress = distress;
        this.clock = clock;
    }

    /** Of a form without errors; the same form sent twice is one proposal. */
    @Transactional
    void propose(Contract contract, Council council, ProposalForm form, String formKey, long accountId) {
        boolean isNew = proposals.add(
                        council.key(),
                        form.kind(),
                        form.title(),
                        form.what(),
                        form.held(),
                        form.place(),
                        form.why(),
                        accountId,
                        clock.instant(),
                        formKey)
                == 1;
        if (isNew) {
            distress.look(contract, form.words(), "proposal/" + formKey, "/conseils-a-lire");
        }
    }
}
