package org.portevoix.neighbourhood;

import com.ibm.icu.text.Collator;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Territory.Named;
import org.portevoix.contract.TerritoryMap;
import org.portevoix.contract.Visit;
import org.portevoix.council.Councils;
import org.portevoix.event.Agenda;
import org.portevoix.language.Messages;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;

/** Decides what the map, its list and the page of a neighbourhood show: by name, never by rank. */
@Singleton
class NeighbourhoodPages {

    private static final int SESSIONS = 4;
    private static final int ACTIONS = 6;

    /** Beyond which the list only says that there are more: neighbourhood.list.events and actions name it too. */
    private static final int MOST = 50;

    private final Territory territory;
    private final TerritoryMap map;
    private final Agenda agenda;
    private final ActionSheets actionSheets;
    private final Councils councils;
    private final Messages messages;

    NeighbourhoodPages(
            Territory territory,
            TerritoryMap map,
            Agenda agenda,
            ActionSheets actionSheets,
            Councils councils,
            Messages messages) {
        this.territory = territory;
        this.map = map;
        this.agenda = agenda;
        this.actionSheets = actionSheets;
        this.councils = councils;
        this.messages = messages;
    }

    Page list(Visit visit) {
        List<Named<Neighbourhood>> byName = byName(visit);
        NeighbourhoodMap drawn = new MapDrawing(map.of(visit.contractId())).of(byName);
        var content = new NeighbourhoodListPage(
                drawn,
                byName.stream()
                        .map(one -> new NeighbourhoodListPage.Place(
                                one.slug(),
                                one.name(),
                                drawn == null ? null : drawn.number(one.slug()),
                                agenda.countComing(visit.contractId(), one.row().id(), MOST + 1),
                                actionSheets.countHeld(
                                        visit.contractId(), one.row().id(), MOST + 1)))
                        .toList());
        return new Page(
                "neighbourhood/list",
                visit.layout(messages.say(visit.lang(), "neighbourhood.list.title"), "/quartiers", ""),
                content,
                Set.of(
                        visit.contract().tag(),
                        Agenda.listTag(visit.contractId()),
                        ActionSheets.listTag(visit.contractId())),
                agenda.until(visit));
    }

    Page show(Visit visit, String slug) {
        Named<Neighbourhood> chosen = territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFound::new);
        long id = chosen.row().id();
        return new Page(
                "neighbourhood/show",
                visit.layout(chosen.name(), "/quartiers/" + slug, ""),
                new NeighbourhoodPage(
                        slug,
                        chosen.name(),
                        agenda.comingIn(visit, id, SESSIONS),
                        actionSheets.heldIn(visit.lang(), visit.contractId(), id, ACTIONS),
                        councils.of(visit.lang(), id)),
                Set.of(
                        visit.contract().tag(),
                        Agenda.listTag(visit.contractId()),
                        ActionSheets.listTag(visit.contractId()),
                        Councils.listTag(visit.contractId())),
                agenda.until(visit));
    }

    private List<Named<Neighbourhood>> byName(Visit visit) {
        Comparator<Object> alphabet = Collator.getInstance(visit.language().locale());
        return territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                .sorted(Comparator.comparing(one -> one.name().body(), alphabet))
                .toList();
    }
}
