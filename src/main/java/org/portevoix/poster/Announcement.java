package org.portevoix.poster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;
import org.portevoix.paper.Words;

/**
 * What a feature announces on paper: only what is public.
 *
 * @param slug of the item; "" where it must not be named in a file that somebody keeps
 * @param path of its page after the contract's own address, e.g. "/agenda/forum/2026-11-26"
 * @param kind in a word or two, as "Atelier"
 * @param icon name of its pictogram
 * @param summary for the flyer alone
 * @param when lines that are read from afar: day, hours; empty where there is no date
 * @param isFree whether it is said that it costs nothing
 * @param facts in the order of their importance
 */
public record Announcement(
        String slug,
        String path,
        Words kind,
        String icon,
        Translated title,
        @Nullable Translated summary,
        List<Words> when,
        boolean isFree,
        List<Fact> facts) {

    /**
     * A line of the poster.
     *
     * @param icon before it; "" of what goes on from the line above
     */
    public record Fact(String icon, Words words, boolean isFallback) {

        public Fact(String icon, Words words) {
            this(icon, words, false);
        }

        public Fact(String icon, Translated text) {
            this(icon, Words.of(text), text.isFallback());
        }
    }

    /** Whether something in it is not in the reader's language. */
    boolean hasFallback() {
        return title.isFallback() || facts.stream().anyMatch(Fact::isFallback);
    }
}
