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
import org.portevoix.content.ItemPages.Typed;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.web.Forbidden;
import org.portevoix.web.FormBody;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a contract, which an administrator of the site does. */
@Controller("/equipe/contrats/nouveau")
class NewContractController {
    private static final String ADDRESS = "/equipe/contrats/nouveau";

    /** Stands for the contract that is not there yet. */
    private static final Contract NONE = new Contract(
            0,
            "",
            false,
            0,
            0,
            "",
            "Europe/Paris",
            "fr en ar",
            null,
            null,
            null,
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "",
            "",
            "",
            "",
            "",
            "",
            "DRAFT");

    private final Contents contents;
    private final ItemPages items;
    private final Forms forms;
    private final DeskPages pages;

    NewContractController(Contents contents, ItemPages items, Forms forms, DeskPages pages) {
        this.contents = contents;
        this.items = items;
        this.forms = forms;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> blank(Desk desk) {
        mustAdminister(desk);
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.putArray("languages").add("fr");
        return show(desk, HttpStatus.OK, new Typed(item, "", Map.of(), Set.of()));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> create(Desk desk, @Nullable @Body String body) {
        mustAdminister(desk);
        FormBody form = FormBody.of(body);
        ObjectNode typed =
                TypedItem.of(form, forms.fields(Kind.CONTRACT), JsonNodeFactory.instance.objectNode(), Map.of());
        String slug = form.get("slug").strip();
        if (ContentDeskController.asksAgain(form)) {
            return show(desk, HttpStatus.OK, new Typed(typed, slug, Map.of(), Set.of(form.get("more"))));
        }
        Contents.Saved saved = contents.create(desk.accountId(), typed, slug);
        ContractItem item = saved.item();
        return item == null
                ? show(desk, HttpStatus.UNPROCESSABLE_ENTITY, new Typed(typed, slug, saved.problems(), Set.of()))
                : HttpResponse.seeOther(
                        URI.create("/equipe/" + item.slug() + "/contenus/contrat/" + item.slug() + "?fait=saved"));
    }

    private static void mustAdminister(Desk desk) {
        if (!desk.isAdministrator()) {
            throw new Forbidden();
        }
    }

    private HttpResponse<?> show(Desk desk, HttpStatus status, Typed typed) {
        return pages.show(
                desk,
                status,
                "content/item",
                "content.desk.new.contract",
                items.blank(NONE, Kind.CONTRACT, typed, ADDRESS));
    }
}
