package org.portevoix.flag;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What the site noticed in an opinion. It advises whoever reads.
 *
 * @param questionId in whose answer; null when it is about the whole opinion
 * @param from its first UTF-16 unit in that answer; null with {@code questionId}
 * @param to the unit after its last
 * @param otherId the opinion that says the same, of a DUPLICATE
 * @param language code of the one that the words seem to be in, of a LANGUAGE
 */
@Introspected
public record Flag(
        FlagKind kind,
        @Nullable Long questionId,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable Long otherId,
        @Nullable String language) {

    static Flag at(Found found, long questionId) {
        return new Flag(found.kind(), questionId, found.from(), found.to(), null, null);
    }

    static Flag duplicateOf(long other) {
        return new Flag(FlagKind.DUPLICATE, null, null, null, other, null);
    }

    static Flag spoken(String language) {
        return new Flag(FlagKind.LANGUAGE, null, null, null, null, language);
    }
}
