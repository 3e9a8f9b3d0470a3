package org.portevoix.volunteer;

import java.util.List;
import org.portevoix.web.Paging;

/** A page of the list of missions. */
record MissionListPage(Paging<Missions.Card> paging) {

    List<Missions.Card> missions() {
        return paging.items();
    }

    String query() {
        return "";
    }
}
