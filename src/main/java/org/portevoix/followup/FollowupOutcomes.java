package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.portevoix.contract.Contracts;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.Said;

/** Tells those who said something each step of what comes of it. */
@Singleton
class FollowupOutcomes implements Outcomes {

    private final FollowupRepository followups;
    private final Followups cards;
    private final Contracts contracts;

    FollowupOutcomes(FollowupRepository followups, Followups cards, Contracts contracts) {
        this.followups = followups;
        this.cards = cards;
        this.contracts = contracts;
    }

    @Override
    public List<Outcome> of(Said.Kind kind, long id, String language) {
        List<Followup> found = followups.findGathering(kind, id);
        return found.isEmpty()
                ? List.of()
                : cards
                        .cards(
                                contracts.visit(
                                        language,
                                        contracts
                                                .find(found.getFirst().contractId())
                                                .orElseThrow()),
                                found)
                        .stream()
                        .map(FollowupOutcomes::outcome)
                        .toList();
    }

    private static Outcome outcome(Followups.Card card) {
        List<Outcomes.Seen> seen = new ArrayList<>();
        if (card.doneAction() != null) {
            seen.add(new Outcomes.Seen(
                    "/actions/" + card.doneAction().slug(), card.doneAction().title()));
        }
        if (card.doneEvent() != null) {
            seen.add(new Outcomes.Seen(
                    "/agenda/" + card.doneEvent().slug(), card.doneEvent().title()));
        }
        return new Outcome(
                card.answerBy(),
                card.isLate(),
                card.broughtDay(),
                card.decision(),
                card.decided(),
                card.decidedDay(),
                card.next(),
                card.nextDay(),
                card.isStepLate(),
                card.done(),
                card.doneDay(),
                card.doneLink(),
                seen);
    }
}
