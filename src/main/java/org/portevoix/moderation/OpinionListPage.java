package org.portevoix.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some opinions of a contract, a page of them.
 *
 * @param waiting how many wait in all
 * @param number of this page, from 1
 * @param done what was just done, to which opinion; null when nothing was
 * @param lost somebody else decided about that opinion before; null when nobody did
 */
record OpinionListPage(
        String contract,
        List<OpinionCard> opinions,
        long waiting,
        int number,
        boolean hasMore,
        @Nullable Done done,
        @Nullable OpinionCard lost) {

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

    /** @param made id of the decision, by which it can be taken back at once; "" when it no longer stands */
    record Done(String what, String id, String made) {

        boolean isStanding() {
            return !made.isEmpty();
        }
    }
}
