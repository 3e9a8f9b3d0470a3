package org.portevoix.moderation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The moderation queue, decisions about several opinions of it, and what was decided. */
@Controller("/equipe/{contract}/avis")
class OpinionDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(OpinionDeskController.class);
    private static final int MOST_PAGES = 10_000;

    private final QueuePages queue;
    private final OpinionListPages lists;
    private final ModerationDecisions decisions;
    private final BulkDecisions several;
    private final QueueChoices choices;

    OpinionDeskController(
            QueuePages queue,
            OpinionListPages lists,
            ModerationDecisions decisions,
            BulkDecisions several,
            QueueChoices choices) {
        this.queue = queue;
        this.lists = lists;
        this.decisions = decisions;
        this.several = several;
        this.choices = choices;
    }

    @Get
    HttpResponse<?> queue(HttpRequest<?> request, Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        String query = Objects.requireNonNullElse(request.getUri().getRawQuery(), "");
        FormBody values = FormBody.of(query);
        return queue.show(
                desk,
                found,
                QueueFilter.of(query),
                QueueReading.Place.read(values.get("apres")).orElse(null),
                values.get("coche").equals("tout"),
                news(desk, values));
    }

    @Post("/lot")
    @Consumes(MediaType.ALL)
    HttpResponse<?> decideSeveral(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        BulkForm form = new BulkForm(FormBody.of(body));
        QueueFilter filter = QueueFilter.of(form.body().get("file"));
        Map<String, String> errors = form.errors();
        if (errors.isEmpty()
                && form.isAssigning()
                && form.to().filter(to -> isOfTheTeam(desk, found, to)).isEmpty()) {
            errors = Map.of("several_to", "moderation.desk.error.to");
        }
        if (!errors.isEmpty()) {
            return queue.showAgain(desk, found, filter, form, new BulkForm.Came(0, List.of(), errors));
        }
        BulkForm.Came came = several.decide(found, form, desk.accountId());
        LOG.info(
                "Account {}: {} of {} opinions, {}",
                desk.accountId(),
                came.done(),
                form.ticked().size(),
                form.isAssigning() ? "assigned" : "decided");
        return came.left().isEmpty()
                ? HttpResponse.seeOther(URI.create(
                        address(found, filter) + (form.isAssigning() ? "fait=donne&n=" : "fait=lot&n=") + came.done()))
                : queue.showAgain(desk, found, filter, form, came);
    }

    @Get("/decides")
    HttpResponse<?> decided(HttpRequest<?> request, Desk desk, String contract, @Nullable @QueryValue Integer page) {
        return lists.decided(
                desk,
                desk.contract(contract, Permission.MODERATE),
                QueueFilter.of(Objects.requireNonNullElse(request.getUri().getRawQuery(), ""))
                        .ofDecided(),
                page == null ? 1 : Math.clamp(page, 1, MOST_PAGES));
    }

    @Get("/contestations")
    HttpResponse<?> contested(Desk desk, String contract) {
        return lists.contested(desk, desk.contract(contract, Permission.MODERATE));
    }

    /** Of the queue, so that one more value can follow. */
    static String address(Contract contract, QueueFilter filter) {
        return "/equipe/" + contract.slug() + "/avis?" + (filter.isAll() ? "" : filter.query() + "&");
    }

    private boolean isOfTheTeam(Desk desk, Contract contract, long accountId) {
        return accountId == desk.accountId() || choices.isColleague(desk, contract, accountId);
    }

    private QueuePage.News news(Desk desk, FormBody values) {
        String done = values.get("fait");
        if (done.equals("lot") || done.equals("donne") || done.equals("themes")) {
            long count = number(values.get("n")).orElse(0L);
            return new QueuePage.News(
                    new QueuePage.Done(
                            done.equals("lot") ? "SEVERAL" : done.equals("donne") ? "ASSIGNED" : "THEMED", "", ""),
                    count,
                    null,
                    List.of());
        }
        Optional<Decision> decided = Decision.of(done);
        Optional<Long> opinion = number(values.get("avis"));
        if (decided.isEmpty() || opinion.isEmpty()) {
            return QueuePage.News.NONE;
        }
        ModerationDecision made = decisions.of(List.of(opinion.get())).get(opinion.get());
        String mine = made != null && made.accountId() == desk.accountId() ? String.valueOf(made.id()) : "";
        return new QueuePage.News(
                new QueuePage.Done(decided.get().name(), String.valueOf(opinion.get()), mine), 0, null, List.of());
    }

    private static Optional<Long> number(String written) {
        return Optional.of(written).filter(one -> one.matches("[0-9]{1,18}")).map(Long::valueOf);
    }
}
