package org.portevoix.event;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Set;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;

/** The events of a contract as open data. */
@Controller("/api/v1/contracts/{contract}/events")
class EventDataController {

    private final OpenData openData;
    private final EventEntries entries;
    private final Agenda agenda;

    EventDataController(OpenData openData, EventEntries entries, Agenda agenda) {
        this.openData = openData;
        this.entries = entries;
        this.agenda = agenda;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(
                request,
                contract,
                visit -> new OpenData.Listing<>(
                        EventEntry.class,
                        Set.of(
                                visit.contract().tag(),
                                EventSession.listTag(visit.contractId()),
                                ActionSheets.listTag(visit.contractId())),
                        agenda.until(visit),
                        entries.of(visit)));
    }
}
