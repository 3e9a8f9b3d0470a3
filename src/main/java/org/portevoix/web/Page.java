package org.portevoix.web;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public page, decided but not yet drawn. It is the same for everybody who asks for the same address.
 *
 * @param template in templates/, without its ending
 * @param content a record that the template reads as {@code page}
 * @param tags of what it shows: a change of any of them (see {@link PageChanges}) makes the page anew
 * @param until when it stops being true by itself, e.g. at midnight; null for never
 * @param beside by name, what other features put on the page of an item; the template reads it under that name
 */
public record Page(
        String template,
        Layout layout,
        Object content,
        Set<String> tags,
        @Nullable Instant until,
        Map<String, Object> beside) {

    public Page(String template, Layout layout, Object content, Set<String> tags) {
        this(template, layout, content, tags, null);
    }

    public Page(String template, Layout layout, Object content, Set<String> tags, @Nullable Instant until) {
        this(template, layout, content, tags, until, Map.of());
    }

    public Page with(Map<String, Object> beside) {
        return new Page(template, layout, content, tags, until, beside);
    }
}
