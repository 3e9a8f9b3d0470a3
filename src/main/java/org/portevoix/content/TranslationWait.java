package org.portevoix.content;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item of which something waits to be translated or read in a language.
 *
 * @param title of the item, in French
 * @param missing how many paragraphs have no translation; stale, draft: likewise
 * @param soleAuthor of all its drafts; null where there are several, or none
 * @param untilDay after which nobody needs it; null where it does not end
 */
@MappedEntity("translation_wait")
record TranslationWait(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        Kind kind,
        long itemId,
        String slug,
        String title,
        String language,
        int missing,
        int stale,
        int draft,
        @Nullable Long soleAuthor,
        Instant since,
        @Nullable LocalDate untilDay) {

    /** The same, waiting as long as another. */
    TranslationWait sinceThat(TranslationWait earlier) {
        return new TranslationWait(
                id,
                contractId,
                kind,
                itemId,
                slug,
                title,
                language,
                missing,
                stale,
                draft,
                soleAuthor,
                earlier.since,
                untilDay);
    }

    boolean saysTheSame(TranslationWait other) {
        return slug.equals(other.slug)
                && title.equals(other.title)
                && missing == other.missing
                && stale == other.stale
                && draft == other.draft
                && Objects.equals(soleAuthor, other.soleAuthor)
                && Objects.equals(untilDay, other.untilDay);
    }
}
