package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;

/** Where the team arrives: what waits. */
@Controller("/equipe")
class HomeDeskController {

    private final WorkWaiting work;
    private final DeskPages pages;

    HomeDeskController(WorkWaiting work, DeskPages pages) {
        this.work = work;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Desk desk) {
        HomePage page = new HomePage(
                work.of(desk),
                desk.contracts().stream()
                        .map(contract -> new HomePage.ContractLine(
                                contract.slug(),
                                contract.territoryName(),
                                desk.may(Permission.MODERATE, contract),
                                desk.may(Permission.ANSWER, contract)))
                        .toList(),
                desk.isAdministrator());
        return pages.show(desk, HttpStatus.OK, "moderation/home", "moderation.desk.home.title", page);
    }
}
