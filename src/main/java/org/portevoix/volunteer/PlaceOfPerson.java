package org.portevoix.volunteer;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place with whose it is, as the desk lists it. */
@Introspected
record PlaceOfPerson(
        long id,
        long slotId,
        PlaceState state,
        @Nullable BigDecimal hours,
        @Nullable CallAbout callAbout,
        long missionId,
        byte[] receiptHash,
        @Nullable String firstName,
        String spoken,
        String home,
        Instant askedAt,
        String language) {}
