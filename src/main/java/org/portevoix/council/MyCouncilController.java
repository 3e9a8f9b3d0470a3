package org.portevoix.council;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;

/** Where a council's members arrive. */
@Controller("/equipe/{contract}")
class MyCouncilController {

    private static final Set<String> DONE = Set.of("comptage", "proposition", "reunion");

    private final CouncilDoor door;
    private final MyCouncilPages councilPages;
    private final DeskPages pages;

    MyCouncilController(CouncilDoor door, MyCouncilPages councilPages, DeskPages pages) {
        this.door = door;
        this.councilPages = councilPages;
        this.pages = pages;
    }

    /** Their council, or the list when they are in several, or in none yet. */
    @Get("/mon-conseil")
    HttpResponse<?> own(Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.COUNCIL);
        List<Council> own = door.own(desk, found);
        if (own.size() == 1) {
            return HttpResponse.seeOther(URI.create(
                    "/equipe/" + found.slug() + "/conseils/" + own.getFirst().slug()));
        }
        var page = new OwnCouncilsPage(own.stream()
                .map(one -> new OwnCouncil("/equipe/" + found.slug() + "/conseils/" + one.slug(), door.name(one)))
                .toList());
        return pages.show(desk, found, HttpStatus.OK, "council/own", "council.desk.own.title", "council", page);
    }

    @Get("/conseils/{slug}{?fait}")
    HttpResponse<?> show(Desk desk, String contract, String slug, @Nullable @QueryValue String fait) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        return pages.show(
                desk,
                entered.contract(),
                HttpStatus.OK,
                "council/home",
                "council.desk.own.title",
                "council",
                councilPages.page(entered, fait != null && DONE.contains(fait) ? fait : ""));
    }

    record OwnCouncilsPage(List<OwnCouncil> councils) {}

    record OwnCouncil(String address, String name) {}
}
