package org.portevoix.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;
import org.portevoix.web.Paging;

/**
 * A page of the agenda.
 *
 * @param neighbourhood slug of the one chosen, null for all
 */
record AgendaPage(
        List<Choice> neighbourhoods,
        @Nullable String neighbourhood,
        Paging<EventSession> paging,
        List<SessionCard> sessions) {

    boolean isFiltered() {
        return neighbourhood != null;
    }

    String query() {
        return neighbourhood == null ? "" : "quartier=" + neighbourhood + "&";
    }

    record Choice(String slug, Translated name, boolean isChosen) {}
}
