package org.portevoix.picture;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows, in another language than French.
 *
 * @param reviewerId null until somebody else has read it
 */
@Introspected
record PictureAlt(
        long pictureId,
        String language,
        String body,
        long writerId,
        @Nullable Long reviewerId) {}
