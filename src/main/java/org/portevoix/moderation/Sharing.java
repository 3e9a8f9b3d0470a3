package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How several people share the queue: who looks after which opinion, and whom a doubt was put to. */
@Singleton
class Sharing {

    private final AssignmentRepository assignments;
    private final SecondReadingRepository readings;
    private final Clock clock;

    Sharing(AssignmentRepository assignments, SecondReadingRepository readings, Clock clock) {
        this.assignments = assignments;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * To a person, or to nobody.
     *
     * @param holder who looked after it when the page was read; null for nobody
     * @return false when that is no longer so: nothing is done then
     */
    @Transactional
    boolean assign(long opinionId, @Nullable Long holder, @Nullable Long to, long accountId) {
        if (holder == null) {
            return to != null && assignments.take(opinionId, to, accountId, clock.instant()) == 1;
        }
        return to == null
                ? assignments.release(opinionId, holder) == 1
                : assignments.give(opinionId, holder, to, accountId, clock.instant()) == 1;
    }

    /** Who looks after each of these opinions, by the opinion's id. */
    Map<Long, Long> holders(Collection<Long> opinionIds) {
        return opinionIds.isEmpty()
                ? Map.of()
                : assignments.findByOpinions(opinionIds).stream()
                        .collect(Collectors.toMap(Assignment::opinionId, Assignment::accountId));
    }

    /** By the id of the opinion, whom a doubt was put to that waits for an answer. */
    Map<Long, Long> asked(Collection<Long> opinionIds) {
        return opinionIds.isEmpty()
                ? Map.of()
                : readings.findByOpinions(opinionIds).stream()
                        .filter(SecondReading::waits)
                        .collect(Collectors.toMap(SecondReading::opinionId, SecondReading::askedOf));
    }

    /** Puts a doubt to another person, with whom the opinion waits then. False when it is put to somebody already. */
    @Transactional
    boolean ask(long opinionId, long askedBy, long askedOf, String question) {
        if (readings.ask(opinionId, askedBy, askedOf, question, clock.instant()) == 0) {
            return false;
        }
        hand(opinionId, askedOf, askedBy);
        return true;
    }

    /** What the second person thinks: the opinion is back with the first one. False when nothing is asked of them. */
    @Transactional
    boolean answer(long opinionId, long accountId, Decision advice, String said) {
        Optional<SecondReading> open = readings.findOpen(opinionId);
        if (readings.answer(opinionId, accountId, advice, said.isEmpty() ? null : said, clock.instant()) == 0) {
            return false;
        }
        hand(opinionId, open.orElseThrow().askedBy(), accountId);
        return true;
    }

    /** The question is no longer put; false when it was answered, or taken back before. */
    @Transactional
    boolean takeBack(long opinionId, long accountId) {
        boolean isTaken = readings.takeBack(opinionId, clock.instant()) == 1;
        if (isTaken) {
            hand(opinionId, accountId, accountId);
        }
        return isTaken;
    }

    boolean isAskedOfAnother(long opinionId, long accountId) {
        return readings.findOpen(opinionId)
                .filter(one -> one.askedOf() != accountId)
                .isPresent();
    }

    /** Of one opinion, oldest first. */
    List<SecondReading> readings(long opinionId) {
        return readings.findByOpinions(List.of(opinionId));
    }

    /** What is asked of this person. */
    List<SecondReading> askedOf(long accountId, long contractId) {
        return readings.findAskedOf(accountId, contractId);
    }

    /** The second person's decision says what they think; nobody needs to look after it any more. */
    void decided(long opinionId, Decision decision, long accountId) {
        readings.answer(opinionId, accountId, decision, null, clock.instant());
        assignments.release(opinionId);
    }

    void forget(long opinionId) {
        readings.deleteByOpinion(opinionId);
        assignments.release(opinionId);
    }

    private void hand(long opinionId, long to, long by) {
        assignments.release(opinionId);
        assignments.take(opinionId, to, by, clock.instant());
    }
}
