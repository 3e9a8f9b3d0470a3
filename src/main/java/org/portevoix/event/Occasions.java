package org.portevoix.event;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Territory;
import org.portevoix.language.Language;
import org.portevoix.participation.Phase;
import org.portevoix.web.NotFound;

/** Finds a session by its address, with what the ledger has to know of it. */
@Singleton
class Occasions {

    private final EventRepository events;
    private final ActionSheets actionSheets;
    private final Territory territory;

    Occasions(EventRepository events, ActionSheets actionSheets, Territory territory) {
        this.events = events;
        this.actionSheets = actionSheets;
        this.territory = territory;
    }

    /** NotFound when this published event has no session that day. */
    Occasion find(Contract contract, String slug, String day) {
        return of(
                contract,
                events.findSessions(contract.id(), slug).stream()
                        .filter(session -> session.day().toString().equals(day))
                        .findFirst()
                        .orElseThrow(NotFound::new));
    }

    /** NotFound when it is of another contract. */
    Occasion find(Contract contract, long sessionId) {
        return of(
                contract,
                events.findSession(sessionId)
                        .filter(session -> session.contractId() == contract.id())
                        .orElseThrow(NotFound::new));
    }

    private Occasion of(Contract contract, EventSession session) {
        Long sheetId = session.actionSheetId();
        ActionSheets.Link sheet = sheetId == null
                ? null
                : actionSheets.links(Language.SOURCE, List.of(sheetId)).get(sheetId);
        String phase = sheet == null ? null : sheet.phase();
        return new Occasion(
                contract,
                session,
                phase == null ? null : Phase.valueOf(phase),
                place(contract, session.neighbourhoodId()),
                session.isSensitive() || sheet != null && sheet.isSensitive());
    }

    private @Nullable String place(Contract contract, @Nullable Long neighbourhoodId) {
        return neighbourhoodId == null
                ? null
                : territory.neighbourhoods(contract.id(), Language.SOURCE).stream()
                        .filter(one -> one.row().id() == neighbourhoodId)
                        .map(Territory.Named::slug)
                        .findFirst()
                        .orElse(null);
    }
}
