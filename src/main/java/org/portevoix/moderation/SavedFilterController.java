package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;

/** Keeps how a list of opinions is narrowed, under a name, for oneself or the team. */
@Controller("/equipe/{contract}/avis/filtres")
class SavedFilterController {

    private final SavedFilters filters;
    private final DeskPages pages;

    SavedFilterController(SavedFilters filters, DeskPages pages) {
        this.filters = filters;
        this.pages = pages;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> save(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        SavedFilterForm form = new SavedFilterForm(FormBody.of(body));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return pages.show(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "moderation/saved_filter",
                    "moderation.desk.saved.title",
                    form.list() == SavedFilter.Listed.QUEUE ? "queue" : "decided",
                    new Page(
                            found.slug(),
                            form.list().name(),
                            form.list().address(found.slug()),
                            form.query(),
                            form.name(),
                            form.isShared(),
                            errors));
        }
        filters.save(desk, found, form);
        return to(found, form.list(), form.query());
    }

    @Post("/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> delete(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        if (!filters.delete(desk, found, id)) {
            throw new NotFound();
        }
        SavedFilterForm form = new SavedFilterForm(FormBody.of(body));
        return to(found, form.list(), form.query());
    }

    private static HttpResponse<?> to(Contract contract, SavedFilter.Listed list, String query) {
        return HttpResponse.seeOther(URI.create(list.address(contract.slug()) + (query.isEmpty() ? "" : "?" + query)));
    }

    /** The form again, with what was wrong. @param address of the list */
    record Page(
            String contract,
            String list,
            String address,
            String query,
            String name,
            boolean isShared,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
