package org.portevoix.volunteer;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;

/**
 * One slot that somebody asked for. Waiting order is that of the ids, given under the slot's lock.
 *
 * @param reason of a refusal
 * @param hours given, once done; null where nobody said
 * @param isCounted whether the intention still counts in the ledger
 * @param doneMonth of the participation's line, with its level; null unless done
 * @param callAbout what the team has to tell by telephone, a letter's name; null when nothing
 */
@MappedEntity("sign_up_place")
record SignUpPlace(
        @Id @GeneratedValue @Nullable Long id,
        long signUpId,
        long slotId,
        PlaceState state,
        @Nullable RefusalReason reason,
        @Nullable BigDecimal hours,
        boolean isCounted,
        @Nullable String doneMonth,
        @Nullable ParticipationLevel doneLevel,
        @Nullable CallAbout callAbout,
        Instant changedAt) {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    static SignUpPlace asked(long signUpId, long slotId, boolean hasPlace, Instant now) {
        PlaceState state = hasPlace ? PlaceState.ASKED : PlaceState.WAITING;
        return new SignUpPlace(null, signUpId, slotId, state, null, null, true, null, null, null, now);
    }

    /** The line of what was done; the caller knows that it was. */
    LedgerLine participation(SignUp signUp) {
        if (doneMonth == null || doneLevel == null) {
            throw new IllegalStateException("Place " + id + " is not done");
        }
        return signUp.participation(YearMonth.parse(doneMonth), doneLevel, minutes(hours));
    }

    static @Nullable Integer minutes(@Nullable BigDecimal hours) {
        return hours == null ? null : hours.multiply(MINUTES).intValue();
    }
}
