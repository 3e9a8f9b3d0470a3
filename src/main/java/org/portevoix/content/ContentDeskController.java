package org.portevoix.content;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import org.portevoix.web.NotFound;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What residents read, as the team lists and writes it. */
@Controller("/equipe/{contract}/contenus")
class ContentDeskController {

    private final ContentLists lists;
    private final Contents contents;
    private final ItemPages items;
    private final ItemRules rules;
    private final Forms forms;
    private final ReadyQuestions ready;
    private final EditionAsks asks;
    private final DeskPages pages;

    ContentDeskController(
            ContentLists lists,
            Contents contents,
            ItemPages items,
            ItemRules rules,
            Forms forms,
            ReadyQuestions ready,
            EditionAsks asks,
            DeskPages pages) {
        this.lists = lists;
        this.contents = contents;
        this.items = items;
        this.rules = rules;
        this.forms = forms;
        this.ready = ready;
        this.asks = asks;
        this.pages = pages;
    }

    @Get("{?genre,etat,page}")
    HttpResponse<?> list(
            Desk desk,
            String contract,
            @QueryValue(defaultValue = "") String genre,
            @QueryValue(defaultValue = "") String etat,
            @QueryValue(defaultValue = "1") int page) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "content/list",
                "content.desk.list.title",
                "content",
                lists.of(
                        one,
                        Kind.at(genre)
                                .filter(Kind.shown()::contains)
                                .map(Kind::address)
                                .orElse(""),
                        Set.of("DRAFT", "PUBLISHED", "ARCHIVED").contains(etat) ? etat : "",
                        page,
                        desk.may(Permission.PUBLISH, one)));
    }

    /** @param titre in French, proposed by somebody; null where nobody did */
    @Get("/{kind}/nouveau{?titre}")
    HttpResponse<?> blank(Desk desk, String contract, String kind, @Nullable @QueryValue String titre) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = made(kind);
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        if (of == Kind.EVENT || of == Kind.ACTION) {
            item.put("free", true).putObject("practical").put("free", true);
        }
        if (titre != null && !titre.isBlank()) {
            item.putObject("title").put("fr", titre.strip());
        }
        return show(
                desk,
                one,
                HttpStatus.OK,
                items.blank(one, of, new Typed(item, "", Map.of(), Set.of()), address(one, of)));
    }

    @Post("/{kind}/nouveau")
    @Consumes(MediaType.ALL)
    HttpResponse<?> create(Desk desk, String contract, String kind, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = made(kind);
        FormBody form = FormBody.of(body);
        ObjectNode typed = TypedItem.of(form, forms.fields(of), JsonNodeFactory.instance.objectNode(), Map.of());
        String slug = form.get("slug").strip();
        ready.add(typed, form.get("more"));
        asks.add(one, of, typed, form.get("more"));
        if (asksAgain(form)) {
            return show(
                    desk,
                    one,
                    HttpStatus.OK,
                    items.blank(one, of, new Typed(typed, slug, Map.of(), Set.of(form.get("more"))), address(one, of)));
        }
        Contents.Saved saved = contents.save(desk.accountId(), one, of, null, "", typed, slug, "");
        ContractItem item = saved.item();
        return item == null || !saved.isDone()
                ? show(
                        desk,
                        one,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        items.blank(one, of, new Typed(typed, slug, saved.problems(), Set.of()), address(one, of)))
                : done(one, of, item, form);
    }

    @Get("/{kind}/{slug:[A-Za-z0-9-]+}{?fait}")
    HttpResponse<?> show(
            Desk desk, String contract, String kind, String slug, @QueryValue(defaultValue = "") String fait) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        return show(desk, one, HttpStatus.OK, items.of(one, of, contents.find(one, of, slug), fait));
    }

    @Post("/{kind}/{slug:[A-Za-z0-9-]+}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> save(Desk desk, String contract, String kind, String slug, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        ContractItem present = contents.find(one, of, slug);
        ObjectNode typed = TypedItem.of(form, forms.fields(of), present.body(), rules.held(one, of, present));
        String wanted = form.get("slug").strip();
        String reason = form.get(ItemRules.REASON).strip();
        ready.add(typed, form.get("more"));
        asks.add(one, of, typed, form.get("more"));
        if (asksAgain(form)) {
            return show(
                    desk,
                    one,
                    HttpStatus.OK,
                    items.of(
                            one,
                            of,
                            present,
                            new Typed(
                                    typed,
                                    wanted.isEmpty() ? slug : wanted,
                                    Map.of(),
                                    Set.of(form.get("more")),
                                    reason),
                            "",
                            false));
        }
        Contents.Saved saved =
                contents.save(desk.accountId(), one, of, slug, form.get("revision"), typed, wanted, reason);
        ContractItem item = saved.item();
        if (saved.isDone() && item != null) {
            return done(one, of, item, form);
        }
        return show(
                desk,
                one,
                saved.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
                items.of(
                        one,
                        of,
                        item == null ? present : item,
                        new Typed(typed, wanted.isEmpty() ? slug : wanted, saved.problems(), Set.of(), reason),
                        "",
                        saved.isConflict()));
    }

    /** Whether the form is wanted back: with more lines, or with what is hard to read in it. Nothing is kept. */
    static boolean asksAgain(FormBody form) {
        return !form.get("more").isEmpty() || form.get("then").equals("verifier");
    }

    private static Kind made(String kind) {
        return Kind.at(kind).filter(one -> one != Kind.CONTRACT).orElseThrow(NotFound::new);
    }

    private static String address(Contract contract, Kind kind) {
        return "/equipe/" + contract.slug() + "/contenus/" + kind.address() + "/nouveau";
    }

    private static HttpResponse<?> done(Contract contract, Kind kind, ContractItem item, FormBody form) {
        String address = ContentLists.address(contract, kind, item);
        return HttpResponse.seeOther(URI.create(
                form.get("then").equals("apercu") && kind.hasPages()
                        ? address + "/telephone"
                        : address + "?fait=saved"));
    }

    private HttpResponse<?> show(Desk desk, Contract contract, HttpStatus status, ItemPage page) {
        return pages.show(desk, contract, status, "content/item", "content.desk.item.title", "content", page);
    }
}
