package org.portevoix.actionsheet;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Set;
import org.portevoix.contract.OpenData;

/** The action sheets of a contract as open data. */
@Controller("/api/v1/contracts/{contract}/actions")
class ActionSheetDataController {

    private final OpenData openData;
    private final ActionSheetEntries entries;

    ActionSheetDataController(OpenData openData, ActionSheetEntries entries) {
        this.openData = openData;
        this.entries = entries;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, String contract) {
        return openData.list(
                request,
                contract,
                visit -> new OpenData.Listing<>(
                        ActionSheetEntry.class,
                        Set.of(visit.contract().tag(), ActionSheet.listTag(visit.contractId())),
                        null,
                        entries.of(visit)));
    }
}
