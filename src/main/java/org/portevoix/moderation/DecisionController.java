package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.consultation.OpinionState;
import org.portevoix.contract.Contract;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opinion: what is decided about it, and what its writer is answered. */
@Controller("/equipe/{contract}/avis/{id}")
class DecisionController {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionController.class);

    private final OpinionReading reading;
    private final ModerationDecisions decisions;
    private final Replies replies;
    private final OpinionPages pages;
    private final QueuePages queue;

    DecisionController(
            OpinionReading reading,
            ModerationDecisions decisions,
            Replies replies,
            OpinionPages pages,
            QueuePages queue) {
        this.reading = reading;
        this.decisions = decisions;
        this.replies = replies;
        this.pages = pages;
        this.queue = queue;
    }

    @Get
    HttpResponse<?> show(Desk desk, String contract, long id, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        return pages.show(desk, found, opinion(found, id), Objects.requireNonNullElse(fait, ""));
    }

    @Post("/decision")
    @Consumes(MediaType.ALL)
    HttpResponse<?> decide(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        DecisionForm form = new DecisionForm(FormBody.of(body));
        boolean isAnew = decisions.mayDecideAnew(opinion, desk.accountId());
        if (opinion.state() != OpinionState.WAITING && !isAnew) {
            return queue.lost(desk, found, opinion, form);
        }
        if (isAnew && form.decision().filter(Decision.MASK::equals).isPresent()) {
            desk.contract(contract, Permission.UNSEAL);
            opinion = decisions.asWritten(opinion);
        }
        Map<String, String> errors = form.errors(opinion);
        if (!errors.isEmpty()) {
            return pages.showAgain(desk, found, opinion, TypedForms.decision(form, errors));
        }
        return switch (decisions.decide(opinion, form, desk.accountId())) {
            case DONE -> decided(desk, found, id, form);
            case OVERTAKEN -> overtaken(desk, found, opinion(found, id), form);
            case ASKED -> again(desk, found, opinion, form, "moderation.desk.error.asked");
            case CONTESTED -> again(desk, found, opinion, form, "moderation.desk.error.contested");
        };
    }

    private static HttpResponse<?> decided(Desk desk, Contract contract, long id, DecisionForm form) {
        String decision = form.decision().orElseThrow().key();
        LOG.info("Account {} decided {} about opinion {}", desk.accountId(), decision, id);
        QueueFilter filter = QueueFilter.of(form.body().get("file"));
        return HttpResponse.seeOther(
                URI.create(OpinionDeskController.address(contract, filter) + "fait=" + decision + "&avis=" + id));
    }

    private HttpResponse<?> again(Desk desk, Contract contract, OpinionRead opinion, DecisionForm form, String error) {
        return pages.showAgain(desk, contract, opinion, TypedForms.decision(form, Map.of("decision", error)));
    }

    /** Takes a decision back, for a {@code reason} or to read it again: the opinion waits. */
    @Post("/annulation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> undo(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        DecisionForm form = new DecisionForm(FormBody.of(body));
        String made = form.body().get("made");
        if (!made.matches("[0-9]{1,18}")
                || !decisions.undo(
                        opinion.id(), Long.parseLong(made), form.reason().orElse(null), desk.accountId())) {
            throw new Conflict();
        }
        LOG.info("Account {} undid a decision about opinion {}", desk.accountId(), id);
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + "/avis/" + id + "?fait=annulation"));
    }

    @Post("/reponse")
    @Consumes(MediaType.ALL)
    HttpResponse<?> reply(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        OpinionRead opinion = opinion(found, id);
        if (opinion.state() == OpinionState.WITHDRAWN) {
            throw new Conflict();
        }
        ReplyForm form = new ReplyForm(FormBody.of(body));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return pages.showAgain(desk, found, opinion, TypedForms.reply(form, errors));
        }
        replies.toWriter(found, opinion, form, desk.accountId());
        LOG.info("Account {} replied to opinion {}", desk.accountId(), id);
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + "/avis/" + id + "?fait=reponse"));
    }

    /** Somebody decided before, and undid it perhaps; or its writer corrected it, and it has to be read again. */
    private HttpResponse<?> overtaken(Desk desk, Contract contract, OpinionRead opinion, DecisionForm form) {
        if (opinion.state() != OpinionState.WAITING) {
            return queue.lost(desk, contract, opinion, form);
        }
        boolean isCorrected = form.revision() != opinion.revision();
        return again(
                desk,
                contract,
                opinion,
                form,
                isCorrected ? "moderation.desk.error.corrected" : "moderation.desk.error.undone");
    }

    private OpinionRead opinion(Contract contract, long id) {
        return reading.find(contract.id(), id).orElseThrow(NotFound::new);
    }
}
