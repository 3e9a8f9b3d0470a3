package org.portevoix.moderation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A doubt about an opinion, put to another person of the team.
 *
 * @param isOpen 1 while that person has not answered; null since
 * @param advice what they would decide; null while open, or when the question was taken back
 * @param said their own words, which may be none
 */
@MappedEntity("second_reading")
record SecondReading(
        @Id @GeneratedValue @Nullable Long id,
        long opinionId,
        long askedBy,
        long askedOf,
        String question,
        Instant askedAt,
        @Nullable Integer isOpen,
        @Nullable Decision advice,
        @Nullable String said,
        @Nullable Instant closedAt) {

    boolean waits() {
        return isOpen != null;
    }
}
