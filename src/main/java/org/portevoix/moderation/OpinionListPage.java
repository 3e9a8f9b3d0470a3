package org.portevoix.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opinions that were decided, a page of them.
 *
 * @param number of this page, from 1
 * @param narrowed null where the list is not
 */
record OpinionListPage(
        String contract,
        List<OpinionCard> opinions,
        int number,
        boolean hasMore,
        @Nullable Narrowed narrowed) {

    /**
     * By what it is narrowed.
     *
     * @param query as the address says it, or ""
     */
    record Narrowed(String query, QueuePage.Choices choices, List<SavedFilters.Link> saved) {}

    String query() {
        return narrowed == null ? "" : narrowed.query();
    }

    boolean isFiltered() {
        return !query().isEmpty();
    }

    QueuePage.@Nullable Choices choices() {
        return narrowed == null ? null : narrowed.choices();
    }

    List<SavedFilters.Link> saved() {
        return narrowed == null ? List.of() : narrowed.saved();
    }

    /** What {@code moderation/_saved} reads. */
    String list() {
        return SavedFilter.Listed.DECIDED.name();
    }

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
