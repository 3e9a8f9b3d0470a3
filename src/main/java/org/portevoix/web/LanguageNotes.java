package org.portevoix.web;

import org.portevoix.language.Translated;

/** What the texts that a page showed have to say of themselves: it is noticed while the page is drawn. */
final class LanguageNotes {

    /** At the root of what a template draws. */
    static final String NAME = "languageNotes";

    /** Where the note stands; where there are two such places, in the second: the layout has one, a page its own. */
    static final String PLACE = "<!--language-note-->";

    private boolean hasFallback;
    private boolean hasStale;

    void shown(Translated text) {
        hasFallback |= text.isFallback();
        hasStale |= text.isStale();
    }

    boolean hasFallback() {
        return hasFallback;
    }

    boolean hasStale() {
        return hasStale;
    }

    boolean isNeeded() {
        return hasFallback || hasStale;
    }
}
