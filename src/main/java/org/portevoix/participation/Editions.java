package org.portevoix.participation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Freezes the public figures of each contract, and renews them only when at least the minimum of individual acts, or a
 * head-count, has come since, and a minute has passed: two readings never frame one act, the first neither: until then the figures are those of an empty ledger. Each edition stays on record;
 * its figures are kept for 400 days where it is the last of its day, and are dropped otherwise once replaced.
 */
@Singleton
class Editions {
    static final Duration LEAST_AGE = Duration.ofSeconds(60);
    /** A machine asks the ledger whether an edition is due no more often than this. */
    static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);

    static final Duration KEPT = Duration.ofDays(400);

    private final EditionRepository repository;
    private final LedgerCube cube;
    private final Subject subject;
    private final Clock clock;
    private final Cache<Long, Edition> read =
            Caffeine.newBuilder().maximumSize(200).build();
    private final Map<Long, Instant> counted = new ConcurrentHashMap<>();
    private final LongAdder published = new LongAdder();

    Editions(EditionRepository repository, LedgerCube cube, Subject subject, Clock clock) {
        this.repository = repository;
        this.cube = cube;
        this.subject = subject;
        this.clock = clock;
    }

    /** The edition to show now: the last one, or a new one where one is due. */
    Edition current(long contractId) {
        Optional<Edition> last = repository.findLast(contractId);
        Instant now = clock.instant();
        if (last.isPresent() && (isRecent(last.get(), now) || wasJustCounted(contractId, now))) {
            return withCells(last.get());
        }
        cube.countSome();
        LedgerCount count = cube.read(contractId);
        if (!isDue(last, count)) {
            return last.map(this::withCells).orElseGet(() -> Edition.empty(contractId, now));
        }
        publish(contractId, last, now, count);
        return repository.findLast(contractId).map(this::withCells).orElseGet(() -> Edition.empty(contractId, now));
    }

    /** The edition of exactly these sums and sheets: the last one, or one that is published now; empty where none may be yet. */
    Optional<Edition> at(long contractId, LedgerCount count) {
        Optional<Edition> last = repository.findLast(contractId);
        Instant now = clock.instant();
        if (last.isPresent() && isOf(last.get(), count)) {
            return last.map(this::withCells).filter(this::isOfPresentSheets);
        }
        if ((last.isPresent() && isRecent(last.get(), now)) || !isDue(last, count)) {
            return Optional.empty();
        }
        publish(contractId, last, now, count);
        return repository
                .findLast(contractId)
                .filter(edition -> isOf(edition, count))
                .map(this::withCells);
    }

    /** What lines move is only ever more: the same of both, and no line has come between. */
    private static boolean isOf(Edition edition, LedgerCount count) {
        return edition.actCount() == count.actCount() && edition.headCount() == count.headCount();
    }

    private boolean isOfPresentSheets(Edition edition) {
        return edition.sheets() == null
                || edition.sheets().equals(EditionFigures.listed(subject.actionSheets(edition.contractId())));
    }

    /** How many editions this machine has published. */
    long published() {
        return published.sum();
    }

    private static boolean isRecent(Edition edition, Instant now) {
        return now.isBefore(edition.asOf().plus(LEAST_AGE));
    }

    private boolean wasJustCounted(long contractId, Instant now) {
        Instant before = counted.get(contractId);
        if (before != null && now.isBefore(before.plus(BETWEEN_COUNTS))) {
            return true;
        }
        counted.put(contractId, now);
        return false;
    }

    private static boolean isDue(Optional<Edition> last, LedgerCount count) {
        long acts = last.map(Edition::actCount).orElse(0L);
        long heads = last.map(Edition::headCount).orElse(0L);
        long more = count.actCount() - acts;
        // Less than before: the sums are being made anew, and are not whole yet.
        return more >= 0 && count.headCount() >= heads && (more >= SmallCells.MINIMUM || count.headCount() > heads);
    }

    private void publish(long contractId, Optional<Edition> last, Instant now, LedgerCount count) {
        int number = last.map(Edition::number).orElse(0) + 1;
        try {
            repository.insert(made(contractId, last, number, now, count));
            published.increment();
            repository.forgetCells(contractId, number - 2, now.minus(KEPT));
        } catch (DataAccessException e) {
            if (!isAlreadyPublished(e)) {
                throw e;
            }
        }
    }

    private Edition made(long contractId, Optional<Edition> last, int number, Instant now, LedgerCount count) {
        Edition edition = new Edition(
                0, contractId, number, now, count.actCount(), count.headCount(), count.cells(), Set.of(), null);
        EditionFigures figures = EditionFigures.after(last.map(this::withCells), edition, subject);
        return edition.made(figures.hiddenNames(), figures.listed());
    }

    /** Another machine was faster: its edition stands. */
    private static boolean isAlreadyPublished(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    private Edition withCells(Edition edition) {
        return read.get(edition.id(), unused -> repository.fill(edition));
    }
}
