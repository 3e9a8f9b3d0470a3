package org.portevoix.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;

/** Where the team arrives: what waits, gravest first, then what is due soonest. */
@Controller("/equipe")
class HomeDeskController {

    private final List<Work> works;
    private final DeskPages pages;

    HomeDeskController(List<Work> works, DeskPages pages) {
        this.works = works;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Desk desk) {
        HomePage page = new HomePage(
                works.stream()
                        .flatMap(work -> work.of(desk))
                        .sorted(Comparator.comparing(Work.Waiting::gravity).thenComparing(Work.Waiting::due))
                        .toList(),
                desk.contracts().stream()
                        .map(contract -> new HomePage.ContractLine(
                                pages.menu(desk, contract, ""), desk.may(Permission.REPORT, contract)))
                        .toList(),
                desk.isAdministrator());
        return page.onlyPlace()
                .<HttpResponse<?>>map(place -> HttpResponse.seeOther(URI.create(place)))
                .orElseGet(() -> pages.show(desk, HttpStatus.OK, "desk/home", "desk.desk.home.title", page));
    }
}
