package org.portevoix.sense;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;

/** The team puts together opinions that say the same, in whatever language. */
@Controller("/equipe/{contract}/regroupements")
class GroupController {

    private final Groups groups;
    private final GroupPages pages;
    private final Messages messages;

    GroupController(Groups groups, GroupPages pages, Messages messages) {
        this.groups = groups;
        this.pages = pages;
        this.messages = messages;
    }

    @Get
    HttpResponse<?> list(Desk desk, String contract) {
        return pages.list(desk, desk.contract(contract, Permission.MODERATE), HttpStatus.OK, "", Map.of());
    }

    /** A new one; or, where {@code group} names one, to that. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> make(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        GroupForm form = new GroupForm(FormBody.of(body));
        if (form.ticked().isEmpty()) {
            return pages.list(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form.name(),
                    Map.of("ticked", "sense.desk.groups.error.ticked"));
        }
        Optional<Long> other = form.group();
        if (other.isPresent()) {
            require(groups.add(found.id(), other.get(), form.ticked()));
            return to(found, other.get());
        }
        String name = form.name().isEmpty() ? messages.say(Language.SOURCE, "sense.desk.groups.unnamed") : form.name();
        return to(found, groups.make(found.id(), name, form.ticked()));
    }

    @Get("/{id}")
    HttpResponse<?> show(Desk desk, String contract, long id, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        return pages.show(desk, found, group(found, id), HttpStatus.OK, null, Map.of(), fait != null);
    }

    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> rename(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        GroupForm form = new GroupForm(FormBody.of(body));
        if (form.name().isEmpty()) {
            return wrong(desk, found, id, form, Map.of("name", "sense.desk.groups.error.name"));
        }
        require(groups.rename(found.id(), id, form.name()));
        return to(found, id);
    }

    @Post("/{id}/avis")
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        GroupForm form = new GroupForm(FormBody.of(body));
        if (form.ticked().isEmpty()) {
            return wrong(desk, found, id, form, Map.of("add", "sense.desk.groups.error.ticked"));
        }
        require(groups.add(found.id(), id, form.ticked()));
        return to(found, id);
    }

    @Post("/{id}/retraits")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        GroupForm form = new GroupForm(FormBody.of(body));
        if (form.ticked().isEmpty()) {
            return wrong(desk, found, id, form, Map.of("ticked", "sense.desk.groups.error.ticked"));
        }
        require(groups.remove(found.id(), id, form.ticked()));
        return to(found, id);
    }

    /** Its opinions go to the group that {@code group} names. */
    @Post("/{id}/fusion")
    @Consumes(MediaType.ALL)
    HttpResponse<?> merge(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        long into = new GroupForm(FormBody.of(body)).group().orElseThrow(NotFound::new);
        require(groups.merge(found.id(), id, into));
        return to(found, into);
    }

    @Post("/{id}/dissolution")
    @Consumes(MediaType.ALL)
    HttpResponse<?> dissolve(Desk desk, String contract, long id) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        require(groups.dissolve(found.id(), id));
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + "/regroupements"));
    }

    private HttpResponse<?> wrong(Desk desk, Contract contract, long id, GroupForm form, Map<String, String> errors) {
        return pages.show(
                desk,
                contract,
                group(contract, id),
                HttpStatus.UNPROCESSABLE_ENTITY,
                errors.containsKey("name") ? form.typedName() : null,
                errors,
                false);
    }

    private GroupRows.Group group(Contract contract, long id) {
        return groups.find(contract.id(), id).orElseThrow(NotFound::new);
    }

    private static void require(boolean isThere) {
        if (!isThere) {
            throw new NotFound();
        }
    }

    private static HttpResponse<?> to(Contract contract, long id) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/regroupements/" + id + "?fait=oui"));
    }
}
