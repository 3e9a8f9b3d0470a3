package org.portevoix.participation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.PageChanges;
import org.portevoix.web.Remembered;

/** Reads the figures of participation of a contract, as everyone may see them. */
@Singleton
public class PublishedFigures {
    private record Asked(
            long edition,
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            Answers answers) {}

    private final Editions editions;
    private final CubeRepository sums;
    private final Subject subject;
    private final Clock clock;
    private final Remembered<Long, EditionFigures> worked;
    private final Remembered<Asked, Figures> read;

    PublishedFigures(Editions editions, CubeRepository sums, Subject subject, Clock clock, PageChanges changes) {
        this.editions = editions;
        this.sums = sums;
        this.subject = subject;
        this.clock = clock;
        this.worked = changes.remember(200);
        this.read = changes.remember(400);
    }

    /** Under this tag stands all that shows the figures of a contract. */
    public static String tag(long contractId) {
        return "participation/" + contractId;
    }

    /** Until when figures that were just read stay the present ones. */
    public Instant until(Figures figures) {
        Instant soon = clock.instant().plus(Editions.BETWEEN_COUNTS);
        Instant next = figures.asOf().plus(Editions.LEAST_AGE);
        return figures.edition() > 0 && next.isAfter(soon) ? next : soon;
    }

    /** The figures of all the time. */
    public Figures of(long contractId) {
        return of(contractId, null, null);
    }

    /** The figures from the first of these whole months to the last, both included; null leaves that side open. */
    public Figures of(long contractId, @Nullable YearMonth from, @Nullable YearMonth to) {
        Edition edition = editions.current(contractId);
        var answers = new Answers(
                sums.findAnsweredActionSheets(contractId),
                subject.firstAnswerDays(contractId),
                LocalDate.ofInstant(clock.instant(), subject.zone(contractId)));
        var asked = new Asked(edition.id(), from, to, answers);
        if (edition.isEmpty()) {
            return EditionFigures.of(edition, subject).figures(from, to, asked.answers());
        }
        Set<String> tags = subject.tags(contractId);
        return read.get(
                asked,
                tags,
                () -> worked.get(edition.id(), tags, () -> EditionFigures.of(edition, subject))
                        .figures(from, to, asked.answers()));
    }
}
