package org.portevoix.language;

import io.micronaut.core.annotation.Introspected;

/** One paragraph of a text in one language, as stored. */
@Introspected
record Paragraph(
        long textId, String sourceLanguage, String language, int position, String body, String digest, String state) {

    boolean isSource() {
        return language.equals(sourceLanguage);
    }
}
