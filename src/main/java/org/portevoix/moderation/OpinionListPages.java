package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;

/** The pages that list what was decided, and what its writers contest. */
@Singleton
class OpinionListPages {

    private static final int DECIDED_A_PAGE = 20;

    private final DecidedReading decided;
    private final QueueChoices choices;
    private final SavedFilters saved;
    private final OpinionReading reading;
    private final OpinionCards cards;
    private final Contests contests;
    private final DeskPages pages;

    OpinionListPages(
            DecidedReading decided,
            QueueChoices choices,
            SavedFilters saved,
            OpinionReading reading,
            OpinionCards cards,
            Contests contests,
            DeskPages pages) {
        this.decided = decided;
        this.choices = choices;
        this.saved = saved;
        this.reading = reading;
        this.cards = cards;
        this.contests = contests;
        this.pages = pages;
    }

    /** Latest first. */
    HttpResponse<?> decided(Desk desk, Contract contract, QueueFilter filter, int number) {
        List<Long> found = decided.find(
                contract.id(),
                filter,
                choices.consultationId(contract, filter),
                DECIDED_A_PAGE + 1,
                (number - 1) * DECIDED_A_PAGE);
        List<OpinionRead> read =
                reading.findAll(found.stream().limit(DECIDED_A_PAGE).toList());
        return pages.show(
                desk,
                contract,
                HttpStatus.OK,
                "moderation/decided",
                "moderation.desk.decided.title",
                "decided",
                new OpinionListPage(
                        contract.slug(),
                        cards.of(desk, contract, read),
                        number,
                        found.size() > DECIDED_A_PAGE,
                        new OpinionListPage.Narrowed(
                                filter.query(),
                                choices.of(contract, filter),
                                saved.of(desk, contract, SavedFilter.Listed.DECIDED, filter.query()))));
    }

    /** Those that wait for another person's reading, oldest first. */
    HttpResponse<?> contested(Desk desk, Contract contract) {
        List<Contest> open = contests.open(List.of(contract.id()));
        List<OpinionRead> read =
                reading.findAll(open.stream().map(Contest::opinionId).toList());
        return pages.show(
                desk,
                contract,
                HttpStatus.OK,
                "moderation/contests",
                "moderation.desk.contest.list",
                "queue",
                new OpinionListPage(contract.slug(), cards.of(desk, contract, read), 1, false, null));
    }
}
