package org.portevoix.language;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a paragraph of a translation came to be.
 *
 * @param digest of the source paragraph that it was made from
 * @param author account; null where it is nobody's of the team
 * @param reviewer account of who read it before residents did
 */
public record Made(
        String digest,
        Origin origin,
        @Nullable Long author,
        @Nullable Long reviewer,
        @Nullable Instant reviewedAt) {

    /** Came with its source. */
    public static Made with(Origin origin, String digest) {
        return new Made(digest, origin, null, null, null);
    }
}
