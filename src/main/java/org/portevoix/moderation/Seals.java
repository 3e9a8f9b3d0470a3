package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.portevoix.consultation.SealedWords;

/** Opens what is sealed, each time on the record: nobody reads it without having said what for. */
@Singleton
class Seals {

    private final SealReadingRepository readings;
    private final SealedWords sealed;
    private final Clock clock;

    Seals(SealReadingRepository readings, SealedWords sealed, Clock clock) {
        this.readings = readings;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** By the id of the question, the words as they were written; written down before they are given. */
    @Transactional
    Map<Long, String> open(long opinionId, long accountId, String why) {
        readings.save(new SealReading(null, opinionId, accountId, why, clock.instant()));
        return sealed.read(opinionId);
    }

    boolean isSealed(long opinionId) {
        return sealed.isSealed(opinionId);
    }

    /** Who read it, latest first. */
    List<SealReading> readings(long opinionId) {
        return readings.findByOpinion(opinionId);
    }
}
