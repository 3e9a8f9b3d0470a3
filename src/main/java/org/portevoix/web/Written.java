package org.portevoix.web;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something public that is not HTML, finished: open data, a calendar. It is the same for everybody, like a {@link Page}.
 *
 * @param tags of what it shows: a change of any of them makes it anew
 * @param until when it stops being true by itself; null for never
 */
public record Written(
        String contentType,
        String body,
        Set<String> tags,
        @Nullable Instant until) {}
