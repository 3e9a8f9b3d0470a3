package org.portevoix.content;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.content.ItemPages.Typed;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormError;
import org.portevoix.web.NotFound;

/** Shows items to residents, takes them away, puts them into the archive, copies them. */
@Controller("/equipe/{contract}/contenus/{kind}/{slug:[A-Za-z0-9-]+}")
class PublicationController {

    private final Contents contents;
    private final ItemPages items;
    private final FieldViews views;
    private final DeskPages pages;

    PublicationController(Contents contents, ItemPages items, FieldViews views, DeskPages pages) {
        this.contents = contents;
        this.items = items;
        this.views = views;
        this.pages = pages;
    }

    @Post("/publication")
    @Consumes(MediaType.ALL)
    HttpResponse<?> publish(Desk desk, String contract, String kind, String slug, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        String reason = FormBody.of(body).get(ItemRules.REASON).strip();
        Contents.Saved saved = contents.publish(desk.accountId(), one, of, slug, reason);
        return answer(desk, one, of, saved, "published", reason);
    }

    @Post("/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeAway(Desk desk, String contract, String kind, String slug) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        return answer(desk, one, of, contents.takeAway(desk.accountId(), one, of, slug), "taken_away");
    }

    @Post("/archive")
    @Consumes(MediaType.ALL)
    HttpResponse<?> archive(Desk desk, String contract, String kind, String slug) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        return answer(desk, one, of, contents.archive(desk.accountId(), one, of, slug), "archived");
    }

    @Get("/copie")
    HttpResponse<?> askCopy(Desk desk, String contract, String kind, String slug) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).filter(Kind::hasPages).orElseThrow(NotFound::new);
        ContractItem item = contents.find(one, of, slug);
        return showCopy(desk, one, HttpStatus.OK, copy(one, of, item, ContentLists.title(item), "", Map.of()));
    }

    @Post("/copie")
    @Consumes(MediaType.ALL)
    HttpResponse<?> copy(Desk desk, String contract, String kind, String slug, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).filter(Kind::hasPages).orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        String title = form.get("title").strip();
        String day = form.get("day").strip();
        Contents.Saved saved = contents.copy(desk.accountId(), one, of, slug, title, day);
        ContractItem item = saved.item();
        if (saved.isDone() && item != null) {
            return HttpResponse.seeOther(URI.create(ContentLists.address(one, of, item) + "?fait=copied"));
        }
        return showCopy(
                desk,
                one,
                HttpStatus.UNPROCESSABLE_ENTITY,
                copy(one, of, contents.find(one, of, slug), title, day, saved.problems()));
    }

    private CopyPage copy(
            Contract contract,
            Kind kind,
            ContractItem item,
            String title,
            String day,
            Map<String, ItemRules.Problem> problems) {
        return new CopyPage(
                ContentLists.address(contract, kind, item),
                ContentLists.title(item),
                title,
                kind == Kind.EVENT,
                day,
                new ItemPage.ItemForm(views.wrongs(kind, problems).stream()
                        .map(wrong -> new FormError(
                                wrong.field().startsWith("c-sessions") ? "day" : "title", wrong.message()))
                        .toList()));
    }

    private HttpResponse<?> showCopy(Desk desk, Contract contract, HttpStatus status, CopyPage page) {
        return pages.show(desk, contract, status, "content/copy", "content.desk.copy.title", "content", page);
    }

    private HttpResponse<?> answer(Desk desk, Contract contract, Kind kind, Contents.Saved saved, String done) {
        return answer(desk, contract, kind, saved, done, "");
    }

    private HttpResponse<?> answer(
            Desk desk, Contract contract, Kind kind, Contents.Saved saved, String done, String reason) {
        ContractItem item = saved.item();
        if (item == null) {
            throw new NotFound();
        }
        if (saved.isDone()) {
            return HttpResponse.seeOther(URI.create(ContentLists.address(contract, kind, item) + "?fait=" + done));
        }
        return pages.show(
                desk,
                contract,
                saved.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
                "content/item",
                "content.desk.item.title",
                "content",
                items.of(
                        contract,
                        kind,
                        item,
                        new Typed(Place.inFrench(item.body()), item.slug(), saved.problems(), Set.of(), reason),
                        "",
                        saved.isConflict()));
    }

    /** @param asksDay of an event: it is held on another day */
    record CopyPage(
            String address, String original, String title, boolean asksDay, String day, ItemPage.ItemForm form) {}
}
