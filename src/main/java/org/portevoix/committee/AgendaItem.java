package org.portevoix.committee;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;
import org.portevoix.receipt.Said;

/**
 * What is brought before a meeting; it leads to at most one of a follow-up, a consultation and a formal opinion.
 *
 * @param words in those who say it; null where the title says it all
 * @param language of the title and the words
 */
@Introspected
record AgendaItem(
        long id,
        long meetingId,
        int position,
        Origin origin,
        String title,
        @Nullable String words,
        String language,
        @Nullable Long followupId,
        @Nullable Long consultationId,
        Said.@Nullable Kind saidKind,
        @Nullable Long saidId) {

    boolean isFromResidents() {
        return origin == Origin.RESIDENTS;
    }
}
