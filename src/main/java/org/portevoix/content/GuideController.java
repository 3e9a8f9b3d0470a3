package org.portevoix.content;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.List;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.web.NotFound;

/** The ready questionnaires of the evaluation, to be copied into a contract. */
@Controller("/equipe/{contract}/guides")
class GuideController {

    private final Guides guides;
    private final DeskPages pages;

    GuideController(Guides guides, DeskPages pages) {
        this.guides = guides;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Desk desk, String contract) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "content/guides",
                "content.desk.guides.title",
                "content",
                new GuidesPage(one.slug(), guides.all()));
    }

    @Post("/{guide}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> copy(Desk desk, String contract, String guide) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        ContractItem draft = guides.copy(desk.accountId(), one, guide).orElseThrow(NotFound::new);
        return HttpResponse.seeOther(URI.create(ContentLists.address(one, Kind.CONSULTATION, draft) + "?fait=copied"));
    }

    record GuidesPage(String contract, List<Guides.Guide> guides) {}
}
