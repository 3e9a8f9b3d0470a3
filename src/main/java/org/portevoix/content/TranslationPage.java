package org.portevoix.content;

import java.util.List;

/**
 * An item beside one of its languages.
 *
 * @param address of this page
 * @param direction of the language
 * @param asksTwo whether somebody else has to review what one wrote
 * @param waiting how many texts wait for somebody who reviews
 * @param error key of what hindered the review, or ""
 */
record TranslationPage(
        String address,
        String itemAddress,
        boolean mayWriteItem,
        String title,
        String language,
        String direction,
        List<Row> rows,
        boolean asksTwo,
        int waiting,
        String done,
        String error) {

    boolean isWaiting() {
        return waiting > 0;
    }

    /** Only what has a page of its own is also said aloud. */
    boolean hasVoices() {
        return Kind.pages().stream().anyMatch(kind -> itemAddress.contains("/contenus/" + kind.address() + "/"));
    }

    /**
     * A text.
     *
     * @param number from 0, as the form sends it
     * @param state READY, DRAFT, STALE or MISSING
     * @param author of the draft; "" where there is none
     */
    record Row(int number, String label, String state, String author, List<Pair> paragraphs) {

        boolean isStale() {
            return state.equals("STALE");
        }
    }

    /** A paragraph: its French, and what stands in the other language's field. */
    record Pair(String name, String french, String typed, boolean isLong) {

        int rows() {
            return Math.clamp(Math.max(french.length(), typed.length()) / 45L + 1L, 1, 12);
        }
    }
}
