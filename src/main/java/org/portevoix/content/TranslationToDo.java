package org.portevoix.content;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translations.Coverage;

/**
 * How many items of a contract wait in a language, and since when the oldest.
 *
 * @param draft in which anything waits to be read; toReview: of these, what somebody else wrote than the one who asks
 */
@Introspected
record TranslationToDo(
        String language,
        long draft,
        long toReview,
        @Nullable Instant reviewSince,
        long stale,
        @Nullable Instant staleSince,
        long missing,
        @Nullable Instant missingSince) {

    long count(Coverage what) {
        return switch (what) {
            case DRAFT -> draft;
            case STALE -> stale;
            case MISSING -> missing;
            case READY -> 0;
        };
    }
}
