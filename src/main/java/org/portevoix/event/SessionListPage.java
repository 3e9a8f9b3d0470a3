package org.portevoix.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions of a contract at the desk, soonest first, then the past ones. */
record SessionListPage(
        String contract,
        boolean mayList,
        boolean mayChange,
        List<Row> rows,
        @Nullable Integer previous,
        @Nullable Integer next) {

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean isPaged() {
        return previous != null || next != null;
    }

    /**
     * A session.
     *
     * @param places null where they are not counted
     * @param calls how many have to be called
     */
    record Row(
            String path,
            String slug,
            String title,
            String date,
            String hours,
            String state,
            boolean isOn,
            int confirmed,
            int waiting,
            @Nullable Integer places,
            int calls,
            boolean isOver,
            boolean hasBegun,
            boolean isCounted) {

        /** Held, and nobody has counted yet. */
        boolean isToCount() {
            return isOver && isOn && !isCounted;
        }
    }
}
