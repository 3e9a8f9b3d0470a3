package org.portevoix.content;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.content.ItemRules.Problem;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.web.FormError;
import org.portevoix.web.NotFound;
import org.portevoix.web.Paging;
import tools.jackson.databind.node.JsonNodeFactory;

/** Who of the team changed what, when, and how to undo it. */
@Controller("/equipe/{contract}")
class HistoryController {
    private static final int PAGE_SIZE = 30;

    private final ContentHistoryRepository history;
    private final Contents contents;
    private final FieldViews views;
    private final ItemPages items;
    private final Forms forms;
    private final DeskPages pages;

    HistoryController(
            ContentHistoryRepository history,
            Contents contents,
            FieldViews views,
            ItemPages items,
            Forms forms,
            DeskPages pages) {
        this.history = history;
        this.contents = contents;
        this.views = views;
        this.items = items;
        this.forms = forms;
        this.pages = pages;
    }

    @Get("/historique{?page,fait}")
    HttpResponse<?> all(
            Desk desk,
            String contract,
            @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "") String fait) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        int number = Math.max(page, 1);
        return show(
                desk,
                one,
                HttpStatus.OK,
                page(
                        one,
                        history.findLatest(one.id(), PAGE_SIZE + 1, (number - 1) * PAGE_SIZE),
                        "",
                        number,
                        fait,
                        List.of()));
    }

    @Get("/contenus/{kind}/{slug:[A-Za-z0-9-]+}/historique{?page}")
    HttpResponse<?> ofItem(
            Desk desk, String contract, String kind, String slug, @QueryValue(defaultValue = "1") int page) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).orElseThrow(NotFound::new);
        ContractItem item = contents.find(one, of, slug);
        int number = Math.max(page, 1);
        return show(
                desk,
                one,
                HttpStatus.OK,
                page(
                        one,
                        history.findLatest(one.id(), of.name(), item.id(), PAGE_SIZE + 1, (number - 1) * PAGE_SIZE),
                        ContentLists.title(item),
                        number,
                        "",
                        List.of()));
    }

    @Post("/historique/{line}/annulation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> undo(Desk desk, String contract, long line) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Contents.Saved saved = contents.undo(desk.accountId(), one, line);
        if (saved.isDone()) {
            return HttpResponse.seeOther(URI.create("/equipe/" + one.slug() + "/historique?fait=undone"));
        }
        Kind kind = history.find(one.id(), line)
                .map(found -> Kind.valueOf(found.kind()))
                .orElseThrow(NotFound::new);
        return show(
                desk,
                one,
                HttpStatus.CONFLICT,
                page(one, history.findLatest(one.id(), PAGE_SIZE + 1, 0), "", 1, "", refusals(kind, saved.problems())));
    }

    private List<FormError> refusals(Kind kind, Map<String, Problem> problems) {
        return problems.entrySet().stream()
                .map(problem -> {
                    String path = problem.getKey().replaceAll("@.*", "");
                    String language = problem.getKey().replaceAll("[^@]*@?", "");
                    String field = path.isEmpty() ? "" : views.label(kind, path);
                    return new FormError(
                            "historique",
                            (field.isEmpty() ? "" : field + (language.isEmpty() ? "" : " (" + language + ")") + " : ")
                                    + views.say(problem.getValue()));
                })
                .toList();
    }

    private HistoryPage page(
            Contract contract,
            List<ContentHistoryLine> found,
            String item,
            int number,
            String done,
            List<FormError> refusals) {
        return new HistoryPage(
                contract.slug(),
                item,
                new Paging<>(
                        found.stream()
                                .limit(PAGE_SIZE)
                                .map(line -> entry(contract, line))
                                .toList(),
                        number > 1 ? number - 1 : null,
                        found.size() > PAGE_SIZE ? number + 1 : null),
                done,
                new ItemPage.ItemForm(refusals));
    }

    private HistoryPage.Entry entry(Contract contract, ContentHistoryLine line) {
        Kind kind = Kind.valueOf(line.kind());
        Snapshot before = Snapshot.read(line.beforeItem());
        Snapshot after = Objects.requireNonNull(Snapshot.read(line.afterItem()));
        List<Change> changes =
                before == null ? List.of() : Change.between(forms.fields(kind), before.item(), after.item());
        boolean changesState = before != null && !before.state().equals(after.state());
        var title = after.item().has("title")
                ? after.item().path("title")
                : after.item().path("name");
        return new HistoryPage.Entry(
                Objects.requireNonNullElse(line.id(), 0L),
                items.when(contract, line),
                items.who(line),
                line.what().name(),
                title.isString() ? title.asString("") : Place.french(title),
                kind.itemAddress(contract, line.slug()),
                changes.stream()
                        .map(change -> new HistoryPage.Line(
                                views.label(kind, change.field()),
                                change.language().equals("fr") ? "" : change.language(),
                                views.shown(contract, kind, plain(change), true),
                                views.shown(contract, kind, plain(change), false)))
                        .toList(),
                Objects.requireNonNullElse(line.plainReason(), ""),
                before != null && (!changes.isEmpty() || changesState));
    }

    private static Change plain(Change change) {
        return change.language().isEmpty()
                ? change
                : new Change(
                        change.field(),
                        change.before() == null
                                ? null
                                : JsonNodeFactory.instance.stringNode(
                                        change.before().asString("")),
                        change.after() == null
                                ? null
                                : JsonNodeFactory.instance.stringNode(
                                        change.after().asString("")));
    }

    private HttpResponse<?> show(Desk desk, Contract contract, HttpStatus status, HistoryPage page) {
        return pages.show(desk, contract, status, "content/history", "content.desk.history.title", "history", page);
    }

    /** @param item title of the one whose history it is; "" of all */
    record HistoryPage(String contract, String item, Paging<Entry> paging, String done, ItemPage.ItemForm form) {

        List<Entry> entries() {
            return paging.items();
        }

        boolean isEmpty() {
            return entries().isEmpty();
        }

        String query() {
            return "";
        }

        record Entry(
                long id,
                String when,
                String who,
                String what,
                String title,
                String address,
                List<Line> lines,
                String plainReason,
                boolean mayUndo) {}

        /** @param code of a language other than French; else "" */
        record Line(String label, String code, String before, String after) {}
    }
}
