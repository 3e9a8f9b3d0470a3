package org.portevoix.moderation;

import java.util.List;

/**
 * Opinions that were decided, a page of them.
 *
 * @param number of this page, from 1
 */
record OpinionListPage(String contract, List<OpinionCard> opinions, int number, boolean hasMore) {

    int previous() {
        return number - 1;
    }

    int next() {
        return number + 1;
    }

    boolean hasPrevious() {
        return number > 1;
    }

    boolean isPaged() {
        return number > 1 || hasMore;
    }

    boolean isEmpty() {
        return opinions.isEmpty();
    }
}
