package org.portevoix.journal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;

/** Who of the team did what, and when: of a contract to those who coordinate it, of the site to those who administer it. */
@Controller("/equipe")
class JournalController {

    private final JournalPages journal;
    private final DeskPages pages;

    JournalController(JournalPages journal, DeskPages pages) {
        this.journal = journal;
        this.pages = pages;
    }

    @Get("/journal{?avant,compte,acte}")
    HttpResponse<?> ofSite(
            Desk desk,
            @Nullable @QueryValue Long avant,
            @QueryValue(defaultValue = "") String compte,
            @QueryValue(defaultValue = "") String acte) {
        desk.requireAdministrator();
        return pages.show(
                desk,
                HttpStatus.OK,
                "journal/list",
                "journal.desk.title",
                journal.page(desk, null, avant, compte, acte));
    }

    @Get("/journal.csv{?avant}")
    HttpResponse<?> fileOfSite(Desk desk, @Nullable @QueryValue Long avant) {
        desk.requireAdministrator();
        return file(journal.csv(desk, null, avant), "journal-du-site.csv");
    }

    @Get("/{contract}/journal.csv{?avant}")
    HttpResponse<?> fileOfContract(Desk desk, String contract, @Nullable @QueryValue Long avant) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        return file(journal.csv(desk, found, avant), "journal-" + found.slug() + ".csv");
    }

    private static HttpResponse<?> file(String csv, String name) {
        return HttpResponse.ok(csv)
                .contentType("text/csv;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    @Get("/{contract}/journal{?avant,compte,acte}")
    HttpResponse<?> ofContract(
            Desk desk,
            String contract,
            @Nullable @QueryValue Long avant,
            @QueryValue(defaultValue = "") String compte,
            @QueryValue(defaultValue = "") String acte) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        return pages.show(
                desk,
                found,
                HttpStatus.OK,
                "journal/list",
                "journal.desk.title",
                JournalMenu.SECTION,
                journal.page(desk, found, avant, compte, acte));
    }
}
