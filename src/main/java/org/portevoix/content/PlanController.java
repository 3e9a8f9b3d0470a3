package org.portevoix.content;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
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

/** Decides at which day and hour a draft shows itself to residents, and calls it off. */
@Controller("/equipe/{contract}/contenus/{kind}/{slug:[A-Za-z0-9-]+}/planification")
class PlanController {

    private final PublicationPlans plans;
    private final Contents contents;
    private final ItemPages items;
    private final DeskPages pages;
    private final Clock clock;

    PlanController(PublicationPlans plans, Contents contents, ItemPages items, DeskPages pages, Clock clock) {
        this.plans = plans;
        this.contents = contents;
        this.items = items;
        this.pages = pages;
        this.clock = clock;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> plan(Desk desk, String contract, String kind, String slug, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).filter(Kind::hasPages).orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        Instant at = at(one, form);
        ContractItem present = contents.find(one, of, slug);
        if (at == null || !at.isAfter(clock.instant())) {
            return show(
                    desk,
                    one,
                    of,
                    present,
                    form,
                    Map.of("plan", new ItemRules.Problem(at == null ? "plan_day" : "plan_past", "")),
                    false);
        }
        String reason = form.get(ItemRules.REASON).strip();
        Contents.Saved saved = plans.plan(desk.accountId(), one, of, slug, at, reason);
        return saved.isDone()
                ? done(one, of, present, "planned")
                : show(desk, one, of, present, form, ofPlan(saved.problems()), saved.isConflict());
    }

    @Post("/annulation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> callOff(Desk desk, String contract, String kind, String slug) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        Kind of = Kind.at(kind).filter(Kind::hasPages).orElseThrow(NotFound::new);
        plans.callOff(one, of, slug);
        return done(one, of, contents.find(one, of, slug), "called_off");
    }

    /** The reason is asked for beside the day and hour, not beside the button that publishes at once. */
    private static Map<String, ItemRules.Problem> ofPlan(Map<String, ItemRules.Problem> problems) {
        Map<String, ItemRules.Problem> moved = new LinkedHashMap<>();
        problems.forEach(
                (path, problem) -> moved.put(path.equals(ItemRules.REASON) ? ItemRules.PLAN_REASON : path, problem));
        return moved;
    }

    /** In the contract's zone; null where it is no day and hour. */
    private static @Nullable Instant at(Contract contract, FormBody form) {
        try {
            return LocalDate.parse(form.get("day").strip())
                    .atTime(LocalTime.parse(form.get("hour").strip()))
                    .atZone(contract.zoneId())
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static HttpResponse<?> done(Contract contract, Kind kind, ContractItem item, String done) {
        return HttpResponse.seeOther(URI.create(ContentLists.address(contract, kind, item) + "?fait=" + done));
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            Kind kind,
            ContractItem item,
            FormBody form,
            Map<String, ItemRules.Problem> problems,
            boolean isConflict) {
        return pages.show(
                desk,
                contract,
                isConflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
                "content/item",
                "content.desk.item.title",
                "content",
                items.of(
                        contract,
                        kind,
                        item,
                        new Typed(Place.inFrench(item.body()), item.slug(), problems, Set.of(), "", form),
                        "",
                        isConflict));
    }
}
