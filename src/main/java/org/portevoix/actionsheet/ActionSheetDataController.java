package org.portevoix.actionsheet;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Set;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.OpenList;
import org.portevoix.contract.Visit;

/** The action sheets of a contract as open data. */
@Controller("/api/v1/contracts/{contract}")
class ActionSheetDataController implements OpenList {

    private final OpenData openData;
    private final ActionSheetEntries entries;

    ActionSheetDataController(OpenData openData, ActionSheetEntries entries) {
        this.openData = openData;
        this.entries = entries;
    }

    @Get("/actions")
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(request, contract, this::of);
    }

    @Get("/actions.csv")
    HttpResponse<?> table(HttpRequest<?> request, String contract) {
        return openData.table(request, contract, this::of);
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public OpenData.Listing<?> of(Visit visit) {
        return new OpenData.Listing<>(
                ActionSheetEntry.class,
                Set.of(visit.contract().tag(), ActionSheet.listTag(visit.contractId())),
                null,
                entries.of(visit));
    }
}
