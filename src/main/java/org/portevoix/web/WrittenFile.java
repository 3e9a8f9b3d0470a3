package org.portevoix.web;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something public that is no text, finished and compressed already: an archive. As {@link Written} otherwise.
 *
 * @param bytes nobody's to change
 */
@SuppressWarnings("ArrayRecordComponent")
public record WrittenFile(
        String contentType,
        byte[] bytes,
        Set<String> tags,
        @Nullable Instant until) {}
