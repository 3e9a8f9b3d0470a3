package org.portevoix.council;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said at a meeting, in their words. It counts nobody: the people of the meeting are its head-count.
 *
 * @param heldOn day of the meeting
 * @param state WAITING, PUBLISHED, PASSED_ON or REFUSED
 * @param consultationId of the questionnaire that it is about, or null
 * @param passedTo who was told; null when nobody was
 */
@Introspected
record CouncilRemark(
        long id,
        long councilId,
        LocalDate heldOn,
        @Nullable Long consultationId,
        String body,
        String language,
        Instant enteredAt,
        String state,
        @Nullable String reason,
        @Nullable String passedTo) {}
