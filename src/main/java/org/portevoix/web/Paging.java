package org.portevoix.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, with the numbers of those beside it.
 *
 * @param previous null on the first page, as {@code next} on the last
 */
public record Paging<T>(
        List<T> items, @Nullable Integer previous, @Nullable Integer next) {

    private static final int FARTHEST = 100_000;

    /**
     * Page {@code number}, from 1. NotFound for a page before the first or after the last; the first may be empty.
     *
     * @param find asked for one item more than a page holds
     */
    public static <T> Paging<T> of(int number, int size, Found<T> find) {
        List<T> found = number < 1 || number > FARTHEST ? List.of() : find.items(size + 1, (number - 1) * size);
        if (number != 1 && found.isEmpty()) {
            throw new NotFound();
        }
        return new Paging<>(
                found.stream().limit(size).toList(),
                number > 1 ? number - 1 : null,
                found.size() > size ? number + 1 : null);
    }

    public boolean hasPages() {
        return previous != null || next != null;
    }

    /** So many items of a list, after so many others. */
    @FunctionalInterface
    public interface Found<T> {
        List<T> items(int count, int skip);
    }
}
