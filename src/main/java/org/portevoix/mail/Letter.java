package org.portevoix.mail;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written to somebody, in their language: a subject, short paragraphs, a receipt's code, places to go on. It
 * becomes the same words as text and as HTML.
 *
 * @param kind for the team and the metrics: "registration", "reminder", "invitation"
 * @param key what this letter is, once and for all: the same key is never sent twice ("reminder/8/2026-12-01/<hash>");
 *     120 characters, nothing personal in them
 * @param to the e-mail address
 * @param language its code
 * @param contractId null when it is of the whole site
 * @param receiptHash of the contribution it is about: erased with it; null of the team's own
 * @param notBefore when it leaves at the earliest; null at once
 * @param isUrgent whether it leaves before all others
 */
public record Letter(
        String kind,
        String key,
        String to,
        String language,
        @Nullable Long contractId,
        byte @Nullable [] receiptHash,
        @Nullable Instant notBefore,
        boolean isUrgent,
        Content content) {

    public static Builder of(String kind, String key, String to, String language) {
        return new Builder(kind, key, to, language);
    }

    /** What the letter says. */
    @Serdeable
    public record Content(Said subject, List<Part> parts) {}

    /** A message of translations/, or words as they are when {@code messageKey} is null. */
    @Serdeable
    public record Said(
            @Nullable String messageKey,
            Map<String, Object> arguments,
            @Nullable String words) {}

    /**
     * A part of the letter.
     *
     * @param path of the site ("/fr/suivi/…"), for a LINK; a LINK leads there, a CODE is shown large, a QUOTE is somebody's words
     */
    @Serdeable
    public record Part(Shape shape, Said said, @Nullable String path) {}

    @Serdeable
    public enum Shape {
        PARAGRAPH,
        CODE,
        QUOTE,
        LINK
    }

    /** Writes a letter from top to bottom. */
    public static final class Builder {
        private final String kind;
        private final String key;
        private final String to;
        private final String language;
        private final List<Part> parts = new ArrayList<>();
        private @Nullable Long contractId;
        private byte @Nullable [] receiptHash;
        private @Nullable Instant notBefore;
        private boolean isUrgent;
        private Said subject = new Said(null, Map.of(), "");

        private Builder(String kind, String key, String to, String language) {
            this.kind = kind;
            this.key = key;
            this.to = to;
            this.language = language;
        }

        public Builder contract(long contractId) {
            this.contractId = contractId;
            return this;
        }

        public Builder receipt(byte[] receiptHash) {
            this.receiptHash = receiptHash;
            return this;
        }

        public Builder notBefore(Instant notBefore) {
            this.notBefore = notBefore;
            return this;
        }

        /** Somebody may be in danger: no other letter is more important. */
        public Builder urgent() {
            isUrgent = true;
            return this;
        }

        public Builder subject(String messageKey, Map<String, Object> arguments) {
            subject = new Said(messageKey, arguments, null);
            return this;
        }

        public Builder say(String messageKey, Map<String, Object> arguments) {
            return part(Shape.PARAGRAPH, new Said(messageKey, arguments, null), null);
        }

        public Builder code(String code) {
            return part(Shape.CODE, new Said(null, Map.of(), code), null);
        }

        /** Somebody's words, as they wrote them. */
        public Builder quote(String words) {
            return part(Shape.QUOTE, new Said(null, Map.of(), words), null);
        }

        /** @param path of the site, as "/fr/suivi/XXXXX-XXXXX" */
        public Builder link(String messageKey, Map<String, Object> arguments, String path) {
            return part(Shape.LINK, new Said(messageKey, arguments, null), path);
        }

        public Letter build() {
            return new Letter(
                    kind,
                    key,
                    to,
                    language,
                    contractId,
                    receiptHash,
                    notBefore,
                    isUrgent,
                    new Content(subject, List.copyOf(parts)));
        }

        private Builder part(Shape shape, Said said, @Nullable String path) {
            parts.add(new Part(shape, said, path));
            return this;
        }
    }
}
