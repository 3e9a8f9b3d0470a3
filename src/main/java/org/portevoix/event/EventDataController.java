package org.portevoix.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Set;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.OpenList;
import org.portevoix.contract.Visit;

/** The events of a contract as open data. */
@Controller("/api/v1/contracts/{contract}")
class EventDataController implements OpenList {

    private final OpenData openData;
    private final EventEntries entries;
    private final Agenda agenda;

    EventDataController(OpenData openData, EventEntries entries, Agenda agenda) {
        this.openData = openData;
        this.entries = entries;
        this.agenda = agenda;
    }

    @Get("/events")
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(request, contract, this::of);
    }

    @Get("/events.csv")
    HttpResponse<?> table(HttpRequest<?> request, String contract) {
        return openData.table(request, contract, this::of);
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public OpenData.Listing<?> of(Visit visit) {
        return new OpenData.Listing<>(
                EventEntry.class,
                Set.of(
                        visit.contract().tag(),
                        EventSession.listTag(visit.contractId()),
                        ActionSheets.listTag(visit.contractId())),
                agenda.until(visit),
                entries.of(visit));
    }
}
