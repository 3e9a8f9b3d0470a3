package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** Translations that somebody else wrote, to be read; and what is stale or not translated yet, by language. */
@Singleton
class TranslationWork implements Work {
    private static final Period TO_REVIEW = Period.ofDays(7);
    private static final Period TO_TRANSLATE = Period.ofDays(30);

    private final TranslationWaitRepository waits;
    private final Calendar calendar;
    private final Messages messages;
    private final MatrixPages.Words words;
    private final Clock clock;

    TranslationWork(
            TranslationWaitRepository waits,
            Calendar calendar,
            Messages messages,
            MatrixPages.Words words,
            Clock clock) {
        this.waits = waits;
        this.calendar = calendar;
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        return desk.contracts(Permission.TRANSLATE).values().stream()
                .flatMap(contract -> waits.findToDo(contract.id(), desk.accountId(), words.today(contract)).stream()
                        .flatMap(toDo -> Stream.of(
                                        waiting(
                                                contract,
                                                toDo,
                                                "content.desk.work.review",
                                                toDo.toReview(),
                                                toDo.reviewSince(),
                                                TO_REVIEW,
                                                "DRAFT"),
                                        waiting(
                                                contract,
                                                toDo,
                                                "content.desk.work.renew",
                                                toDo.stale(),
                                                toDo.staleSince(),
                                                TO_REVIEW,
                                                "STALE"),
                                        waiting(
                                                contract,
                                                toDo,
                                                "content.desk.work.translate",
                                                toDo.missing(),
                                                toDo.missingSince(),
                                                TO_TRANSLATE,
                                                "MISSING"))
                                .flatMap(found -> found)));
    }

    private Stream<Waiting> waiting(
            Contract contract,
            TranslationToDo toDo,
            String key,
            long count,
            @Nullable Instant since,
            Period within,
            String what) {
        if (count == 0 || since == null) {
            return Stream.empty();
        }
        LocalDate day = since.atZone(contract.zoneId()).toLocalDate();
        return Stream.of(Waiting.usual(
                contract,
                LocalDate.now(clock.withZone(contract.zoneId())),
                day.plus(within),
                messages.say(Language.SOURCE, key, Map.of("n", count, "language", words.language(toDo.language()))),
                messages.say(
                        Language.SOURCE, "content.desk.work.since", Map.of("day", calendar.day(Language.SOURCE, day))),
                "/traductions?langue=" + toDo.language() + "&etat=" + what));
    }
}
