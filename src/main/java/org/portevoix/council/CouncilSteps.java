package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.portevoix.contract.Contract;
import org.portevoix.followup.CouncilVoice;
import org.portevoix.receipt.Said;

/** Tells the members of a council each step of what they asked for. */
@Singleton
class CouncilSteps implements CouncilVoice {

    private final FormalOpinionRepository opinions;
    private final CouncilProposalRepository proposals;
    private final CouncilRepository councils;
    private final CouncilLetters letters;

    CouncilSteps(
            FormalOpinionRepository opinions,
            CouncilProposalRepository proposals,
            CouncilRepository councils,
            CouncilLetters letters) {
        this.opinions = opinions;
        this.proposals = proposals;
        this.councils = councils;
        this.letters = letters;
    }

    @Override
    public void tell(Contract contract, Said.Kind kind, long saidId, String step, String key, String words) {
        Optional<Asked> asked = switch (kind) {
            case OPINION -> Optional.empty();
            case FORMAL_OPINION ->
                opinions.findById(saidId)
                        .filter(one -> !one.isWithdrawn())
                        .map(one -> new Asked(one.councilId(), one.title()));
            case PROPOSAL -> proposals.find(contract.id(), saidId).map(one -> new Asked(one.councilId(), one.title()));
        };
        asked.ifPresent(one -> letters.step(
                contract,
                councils.findById(one.councilId()).orElseThrow(),
                one.title(),
                step,
                key + "/" + kind.name().charAt(0) + saidId,
                words));
    }

    private record Asked(long councilId, String title) {}
}
