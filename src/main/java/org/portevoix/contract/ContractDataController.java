package org.portevoix.contract;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** The contracts of the site as open data. */
@Controller("/api/v1")
class ContractDataController {

    private final OpenData openData;
    private final ContractEntries entries;
    private final Messages messages;

    ContractDataController(OpenData openData, ContractEntries entries, Messages messages) {
        this.openData = openData;
        this.entries = entries;
        this.messages = messages;
    }

    /** In the order of their addresses. */
    @Get("/contracts")
    HttpResponse<?> list(HttpRequest<?> request) {
        return openData.list(request, entries::all);
    }

    @Get("/contracts.csv")
    HttpResponse<?> table(HttpRequest<?> request) {
        return openData.table(request, entries::all);
    }

    /** From any list of the open data. */
    @Error(global = true, exception = OpenData.UnknownLanguage.class)
    HttpResponse<?> refused() {
        return HttpResponse.badRequest(
                Map.of("error", messages.say(Language.SOURCE, "contract.data.unknown_language")));
    }
}
