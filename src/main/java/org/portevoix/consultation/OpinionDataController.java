package org.portevoix.consultation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.HashSet;
import java.util.Set;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.OpenList;
import org.portevoix.contract.Visit;

/** The opinions that everybody may read, as open data. */
@Controller("/api/v1/contracts/{contract}")
class OpinionDataController implements OpenList {

    private final OpenData openData;
    private final Consultations consultations;
    private final OpinionRepository opinions;

    OpinionDataController(OpenData openData, Consultations consultations, OpinionRepository opinions) {
        this.openData = openData;
        this.consultations = consultations;
        this.opinions = opinions;
    }

    @Get("/opinions")
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(request, contract, this::of);
    }

    @Get("/opinions.csv")
    HttpResponse<?> table(HttpRequest<?> request, String contract) {
        return openData.table(request, contract, this::of);
    }

    @Override
    public String name() {
        return "opinions";
    }

    @Override
    public OpenData.Listing<?> of(Visit visit) {
        return new OpenData.Listing<>(
                OpinionEntry.class, tags(visit), null, OpinionEntry.of(opinions.findShownWords(visit.contractId())));
    }

    private Set<String> tags(Visit visit) {
        Set<String> tags = new HashSet<>(Set.of(visit.contract().tag(), Consultation.listTag(visit.contractId())));
        consultations.list(visit).forEach(one -> tags.add(Consultation.tag(one.id())));
        return tags;
    }
}
