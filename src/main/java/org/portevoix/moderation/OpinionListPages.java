package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;

/** The pages that list opinions: those that wait, those that were decided. */
@Singleton
class OpinionListPages {

    private static final int WAITING_A_PAGE = 10;
    private static final int DECIDED_A_PAGE = 20;

    private final OpinionReading reading;
    private final OpinionCards cards;
    private final ModerationDecisions decisions;
    private final DeskPages pages;

    OpinionListPages(OpinionReading reading, OpinionCards cards, ModerationDecisions decisions, DeskPages pages) {
        this.reading = reading;
        this.cards = cards;
        this.decisions = decisions;
        this.pages = pages;
    }

    /** Oldest first. */
    HttpResponse<?> queue(Desk desk, Contract contract, int number) {
        return queue(desk, contract, HttpStatus.OK, number, null, null);
    }

    /** The queue once more, with what was just decided, and the way to take it back. */
    HttpResponse<?> queueAfter(Desk desk, Contract contract, Decision decided, long opinionId) {
        ModerationDecision made = decisions.of(List.of(opinionId)).get(opinionId);
        String mine = made != null && made.accountId() == desk.accountId() ? String.valueOf(made.id()) : "";
        return queue(
                desk,
                contract,
                HttpStatus.OK,
                1,
                new OpinionListPage.Done(decided.name(), String.valueOf(opinionId), mine),
                null);
    }

    /** Latest first. */
    HttpResponse<?> decided(Desk desk, Contract contract, int number) {
        List<OpinionRead> read =
                reading.decided(List.of(contract.id()), DECIDED_A_PAGE + 1, (number - 1) * DECIDED_A_PAGE);
        return pages.show(
                desk,
                contract,
                HttpStatus.OK,
                "moderation/decided",
                "moderation.desk.decided.title",
                "decided",
                page(contract, read, DECIDED_A_PAGE, number, null, null));
    }

    /** The queue again, since somebody else has decided about this opinion, or its writer has taken it back. */
    HttpResponse<?> lost(Desk desk, Contract contract, OpinionRead lost) {
        return queue(
                desk,
                contract,
                HttpStatus.CONFLICT,
                1,
                null,
                cards(contract, List.of(lost)).getFirst());
    }

    private HttpResponse<?> queue(
            Desk desk,
            Contract contract,
            HttpStatus status,
            int number,
            OpinionListPage.@Nullable Done done,
            @Nullable OpinionCard lost) {
        List<OpinionRead> read =
                reading.waiting(List.of(contract.id()), WAITING_A_PAGE + 1, (number - 1) * WAITING_A_PAGE);
        return pages.show(
                desk,
                contract,
                status,
                "moderation/queue",
                "moderation.desk.queue.title",
                "queue",
                page(contract, read, WAITING_A_PAGE, number, done, lost));
    }

    private OpinionListPage page(
            Contract contract,
            List<OpinionRead> read,
            int aPage,
            int number,
            OpinionListPage.@Nullable Done done,
            @Nullable OpinionCard lost) {
        return new OpinionListPage(
                contract.slug(),
                cards(contract, read.stream().limit(aPage).toList()),
                reading.countWaiting(List.of(contract.id())),
                number,
                read.size() > aPage,
                done,
                lost);
    }

    private List<OpinionCard> cards(Contract contract, List<OpinionRead> read) {
        return cards.of(contract, read, OpinionCard.DecisionFields.of(DecisionForm.blank(), Map.of()));
    }
}
