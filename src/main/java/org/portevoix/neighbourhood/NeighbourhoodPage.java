package org.portevoix.neighbourhood;

import java.util.List;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.council.Councils;
import org.portevoix.event.SessionCard;
import org.portevoix.language.Translated;

/** What is on in one neighbourhood: its next days, its first actions, its councils. */
record NeighbourhoodPage(
        String slug,
        Translated name,
        List<SessionCard> sessions,
        List<ActionSheets.Link> actions,
        List<Councils.Link> councils) {}
