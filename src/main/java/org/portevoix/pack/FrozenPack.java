package org.portevoix.pack;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Period;

/**
 * A pack as it was frozen. Its data and its files are read apart.
 *
 * @param number within its contract, from 1
 * @param madeBy null where the site made it by itself
 * @param hash over the fingerprints of its data and of each of its files
 * @param corrects the id of the one that it replaces
 * @param correctedBy the number of the one that replaces it
 * @param isErased whether its files are gone, because words in them are no longer shown
 */
@MappedEntity("frozen_pack")
record FrozenPack(
        @Id long id,
        long contractId,
        String period,
        int number,
        int edition,
        Instant madeAt,
        @Nullable Long madeBy,
        String version,
        byte[] hash,
        Cause cause,
        @Nullable Long corrects,
        @Nullable String reason,
        @Nullable Integer correctedBy,
        boolean isErased) {

    /** Why a pack was frozen. */
    enum Cause {
        MADE,
        SCHEDULED,
        CORRECTED,
        WORDS_GONE
    }

    Period time() {
        return new Period(period);
    }

    String fingerprint() {
        return HexFormat.of().formatHex(hash);
    }
}
