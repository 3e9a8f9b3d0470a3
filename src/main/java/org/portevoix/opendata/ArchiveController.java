package org.portevoix.opendata;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Set;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.web.Pages;

/** The open data as a whole: its description, and a contract's archive. */
@Controller("/api/v1")
class ArchiveController {
    private final Archive archive;
    private final Description description;
    private final OpenData openData;
    private final Pages pages;

    ArchiveController(Archive archive, Description description, OpenData openData, Pages pages) {
        this.archive = archive;
        this.description = description;
        this.openData = openData;
        this.pages = pages;
    }

    @Get("/openapi.json")
    HttpResponse<?> describe(HttpRequest<?> request) {
        return pages.show(request, "application/json", Set.of(), null, description::text);
    }

    @Get("/contracts/{contract}/donnees.zip")
    HttpResponse<?> all(HttpRequest<?> request, String contract) {
        Visit visit = openData.visit(request, contract);
        return pages.file(request, () -> archive.of(visit));
    }
}
