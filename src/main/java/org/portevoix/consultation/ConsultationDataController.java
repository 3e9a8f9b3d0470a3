package org.portevoix.consultation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.Set;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.OpenList;
import org.portevoix.contract.Visit;

/** The consultations of a contract as open data. */
@Controller("/api/v1/contracts/{contract}")
class ConsultationDataController implements OpenList {

    private final OpenData openData;
    private final ConsultationEntries entries;

    ConsultationDataController(OpenData openData, ConsultationEntries entries) {
        this.openData = openData;
        this.entries = entries;
    }

    @Get("/consultations")
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(request, contract, this::of);
    }

    @Get("/consultations.csv")
    HttpResponse<?> table(HttpRequest<?> request, String contract) {
        return openData.table(request, contract, this::of);
    }

    @Override
    public String name() {
        return "consultations";
    }

    @Override
    public OpenData.Listing<?> of(Visit visit) {
        return new OpenData.Listing<>(
                ConsultationEntry.class,
                Set.of(
                        visit.contract().tag(),
                        Consultation.listTag(visit.contractId()),
                        ActionSheets.listTag(visit.contractId())),
                midnight(visit),
                entries.of(visit));
    }

    private Instant midnight(Visit visit) {
        return entries.today(visit).plusDays(1).atStartOfDay(visit.zone()).toInstant();
    }
}
