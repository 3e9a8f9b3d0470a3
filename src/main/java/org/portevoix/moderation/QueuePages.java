package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;

/** The pages of the queue. */
@Singleton
class QueuePages {

    private static final int A_PAGE = 20;

    private final QueueReading queue;
    private final OpinionReading reading;
    private final OpinionCards cards;
    private final Contests contests;
    private final QueueChoices choices;
    private final SavedFilters saved;
    private final DeskPages pages;

    QueuePages(
            QueueReading queue,
            OpinionReading reading,
            OpinionCards cards,
            Contests contests,
            QueueChoices choices,
            SavedFilters saved,
            DeskPages pages) {
        this.queue = queue;
        this.reading = reading;
        this.cards = cards;
        this.contests = contests;
        this.choices = choices;
        this.saved = saved;
        this.pages = pages;
    }

    /** Distress first, then the oldest. @param isTicked all of the page, for a decision about several */
    HttpResponse<?> show(
            Desk desk,
            Contract contract,
            QueueFilter filter,
            QueueReading.@Nullable Place after,
            boolean isTicked,
            QueuePage.News news) {
        return show(
                desk, contract, HttpStatus.OK, filter, after, isTicked, BulkForm.blank(), BulkForm.Came.NOTHING, news);
    }

    /** The queue again, since somebody else has decided about this opinion, or its writer has taken it back. */
    HttpResponse<?> lost(Desk desk, Contract contract, OpinionRead lost, DecisionForm form) {
        List<String> typed = Stream.of(form.passedTo(), form.note())
                .filter(words -> !words.isEmpty())
                .toList();
        return show(
                desk,
                contract,
                HttpStatus.CONFLICT,
                QueueFilter.ALL,
                null,
                false,
                BulkForm.blank(),
                BulkForm.Came.NOTHING,
                new QueuePage.News(
                        null, 0, cards.of(desk, contract, List.of(lost)).getFirst(), typed));
    }

    /** With what was typed for several, and what became of each. */
    HttpResponse<?> showAgain(Desk desk, Contract contract, QueueFilter filter, BulkForm form, BulkForm.Came came) {
        return show(
                desk,
                contract,
                HttpStatus.UNPROCESSABLE_ENTITY,
                filter,
                form.after().orElse(null),
                false,
                form,
                came,
                QueuePage.News.NONE);
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            QueueFilter filter,
            QueueReading.@Nullable Place after,
            boolean isTicked,
            BulkForm form,
            BulkForm.Came came,
            QueuePage.News news) {
        List<QueueReading.Place> places = queue.waiting(
                contract.id(), filter, choices.consultationId(contract, filter), desk.accountId(), after, A_PAGE + 1);
        List<QueueReading.Place> shown = places.stream().limit(A_PAGE).toList();
        List<OpinionRead> read =
                reading.findAll(shown.stream().map(QueueReading.Place::id).toList());
        List<OpinionCard> found = cards.of(desk, contract, read);
        QueuePage.Several several = form.view(choices.colleagues(desk, contract), came);
        return pages.show(
                desk,
                contract,
                status,
                "moderation/queue",
                "moderation.desk.queue.title",
                "queue",
                new QueuePage(
                        contract.slug(),
                        String.valueOf(desk.accountId()),
                        found.stream()
                                .map(card -> new QueuePage.Row(
                                        card,
                                        card == found.getFirst(),
                                        isTicked || several.ticked().contains(card.id())))
                                .toList(),
                        reading.countWaiting(List.of(contract.id())),
                        filter.query(),
                        choices.of(contract, filter),
                        saved.of(desk, contract, SavedFilter.Listed.QUEUE, filter.query()),
                        choices.groups(contract),
                        after == null ? "" : after.written(),
                        places.size() > A_PAGE ? shown.getLast().written() : "",
                        contests.open(List.of(contract.id())).size(),
                        several,
                        news));
    }
}
