package org.portevoix.volunteer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.Paging;

/** A page of the list of missions. */
record MissionListPage(Paging<Missions.Card> paging) {

    List<Missions.Card> missions() {
        return paging.items();
    }

    boolean hasPages() {
        return paging.hasPages();
    }

    @Nullable
    Integer previous() {
        return paging.previous();
    }

    @Nullable
    Integer next() {
        return paging.next();
    }

    String query() {
        return "";
    }
}
