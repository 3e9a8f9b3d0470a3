package org.portevoix.participation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the figures of participation of a contract, as everyone may see them. */
@Singleton
public class PublishedFigures {
    /** Slugs, populations and plans are the same in all languages. */
    private static final String ANY_LANGUAGE = "fr";

    private record Key(
            long edition,
            List<Subject.Sheet> sheets,
            List<Subject.Axis> axes,
            List<Subject.Neighbourhood> neighbourhoods) {}

    private final Editions editions;
    private final EditionRepository repository;
    private final Subject subject;
    private final Clock clock;
    private final Cache<Key, EditionFigures> worked =
            Caffeine.newBuilder().maximumSize(200).build();

    PublishedFigures(Editions editions, EditionRepository repository, Subject subject, Clock clock) {
        this.editions = editions;
        this.repository = repository;
        this.subject = subject;
        this.clock = clock;
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
        Key key = new Key(
                edition.id(),
                subject.actionSheets(contractId),
                subject.axes(contractId, ANY_LANGUAGE),
                subject.neighbourhoods(contractId, ANY_LANGUAGE));
        EditionFigures figures =
                edition.isEmpty() ? worked(edition, key) : worked.get(key, unused -> worked(edition, key));
        return figures.figures(from, to, repository.findAnsweredActionSheets(contractId));
    }

    private static EditionFigures worked(Edition edition, Key key) {
        return new EditionFigures(edition, key.sheets(), key.axes(), key.neighbourhoods());
    }
}
