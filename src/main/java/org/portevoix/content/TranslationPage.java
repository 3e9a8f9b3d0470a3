package org.portevoix.content;

import java.util.List;

/**
 * An item beside one of its languages, paragraph by paragraph.
 *
 * @param address of this page
 * @param direction of the language
 * @param toReview how many paragraphs somebody else wrote; own: this person did; others: what is left to do
 * @param isAlone whether nobody else could read what this person wrote
 * @param invites address where somebody can be invited; "" where this person may not
 * @param hasMachine whether a machine may write drafts of what is missing
 * @param machine how many paragraphs a machine just wrote; "" where none was asked
 * @param lost words that were typed into a paragraph that is not there any more
 * @param error key of what hindered, or ""
 */
record TranslationPage(
        String address,
        String itemAddress,
        boolean mayWriteItem,
        String title,
        String language,
        String direction,
        List<Row> rows,
        int toReview,
        int own,
        int stale,
        int missing,
        boolean isAlone,
        String invites,
        boolean hasMachine,
        String machine,
        List<String> lost,
        String done,
        String error) {

    boolean hasToReview() {
        return toReview > 0;
    }

    boolean hasOwn() {
        return own > 0;
    }

    boolean mayAskMachine() {
        return hasMachine && missing + stale > 0;
    }

    boolean isDone() {
        return toReview + own + stale + missing == 0;
    }

    /** Only what has a page of its own is also said aloud. */
    boolean hasVoices() {
        return Kind.pages().stream().anyMatch(kind -> itemAddress.contains("/contenus/" + kind.address() + "/"));
    }

    /**
     * A text.
     *
     * @param id by which the matrix leads to it
     * @param state READY, DRAFT, STALE or MISSING: that of its paragraph that is the least far
     * @param beyond paragraphs of the translation that stand for none of the source
     */
    record Row(long id, String label, String state, List<Pair> paragraphs, List<String> beyond) {}

    /**
     * A paragraph: its French, and what stands in the other language's field.
     *
     * @param before the French that it was made from, where that was otherwise; else ""
     * @param was digest of what stands in the field; from: of the French
     * @param made who wrote it and who read it, in words
     * @param shown what residents read meanwhile, where another draft waits; else ""
     * @param clash what somebody else wrote meanwhile, where something else was typed; else ""
     * @param isStale whether it can be said to fit the changed French
     */
    record Pair(
            String name,
            int number,
            String french,
            String before,
            String typed,
            String was,
            String from,
            String state,
            String made,
            String shown,
            String clash,
            boolean isStale,
            boolean isMachine,
            boolean isLong) {

        int rows() {
            return Math.clamp(Math.max(french.length(), typed.length()) / 45L + 1L, 1, 12);
        }
    }
}
