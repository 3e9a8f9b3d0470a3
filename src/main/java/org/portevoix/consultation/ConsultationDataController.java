package org.portevoix.consultation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.util.Set;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;

/** The consultations of a contract as open data. */
@Controller("/api/v1/contracts/{contract}/consultations")
class ConsultationDataController {

    private final OpenData openData;
    private final ConsultationEntries entries;

    ConsultationDataController(OpenData openData, ConsultationEntries entries) {
        this.openData = openData;
        this.entries = entries;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(
                request,
                contract,
                visit -> new OpenData.Listing<>(
                        ConsultationEntry.class,
                        Set.of(
                                visit.contract().tag(),
                                Consultation.listTag(visit.contractId()),
                                ActionSheets.listTag(visit.contractId())),
                        midnight(visit),
                        entries.of(visit)));
    }

    private Instant midnight(Visit visit) {
        return entries.today(visit).plusDays(1).atStartOfDay(visit.zone()).toInstant();
    }
}
