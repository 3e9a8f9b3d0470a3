package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.consultation.OpinionState;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who looks after an opinion that waits, and what a second person thinks of it. */
@Controller("/equipe/{contract}/avis/{id}")
class SharingController {

    private static final Logger LOG = LoggerFactory.getLogger(SharingController.class);
    private static final int LONGEST = 1_000;

    private final OpinionReading reading;
    private final Sharing sharing;
    private final QueueChoices choices;
    private final OpinionPages pages;

    SharingController(OpinionReading reading, Sharing sharing, QueueChoices choices, OpinionPages pages) {
        this.reading = reading;
        this.sharing = sharing;
        this.choices = choices;
        this.pages = pages;
    }

    /** Takes it, gives it to a colleague, or gives it up: {@code to}, where {@code held} was who looked after it. */
    @Post("/attribution")
    @Consumes(MediaType.ALL)
    HttpResponse<?> assign(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        FormBody form = FormBody.of(body);
        Optional<Long> to = account(form.get("to"));
        if (to.isPresent() && to.get() != desk.accountId() && !choices.isColleague(desk, found, to.get())) {
            return again(desk, found, opinion, form, Map.of("to", "moderation.desk.error.to"));
        }
        Long held = account(form.get("held")).orElse(null);
        if (opinion.state() != OpinionState.WAITING || !sharing.assign(id, held, to.orElse(null), desk.accountId())) {
            return again(desk, found, opinion, form, Map.of("to", "moderation.desk.error.taken"));
        }
        LOG.info("Account {} assigned opinion {} to {}", desk.accountId(), id, form.get("to"));
        return HttpResponse.seeOther(URI.create(
                form.values().containsKey("file")
                        ? OpinionDeskController.address(found, QueueFilter.of(form.get("file"))) + "fait=donne&n=1"
                        : "/equipe/" + found.slug() + "/avis/" + id));
    }

    /** Puts a doubt to another person: {@code of} whom, and the {@code question}. */
    @Post("/deuxieme-lecture")
    @Consumes(MediaType.ALL)
    HttpResponse<?> ask(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        FormBody form = FormBody.of(body);
        Optional<Long> of = account(form.get("of")).filter(one -> choices.isColleague(desk, found, one));
        String question = words(form, "question");
        Map<String, String> errors = new LinkedHashMap<>();
        if (of.isEmpty()) {
            errors.put("of", "moderation.desk.error.to");
        }
        if (question.isEmpty()) {
            errors.put("question", "moderation.desk.error.question");
        } else if (question.length() > LONGEST) {
            errors.put("question", "moderation.desk.error.note_long");
        }
        if (errors.isEmpty()
                && (opinion.state() != OpinionState.WAITING
                        || !sharing.ask(id, desk.accountId(), of.orElseThrow(), question))) {
            errors.put("of", "moderation.desk.error.taken");
        }
        return errors.isEmpty() ? back(found, id, "demande") : again(desk, found, opinion, form, errors);
    }

    /** What the second person thinks: {@code advice}, and what they add. */
    @Post("/deuxieme-lecture/conseil")
    @Consumes(MediaType.ALL)
    HttpResponse<?> advise(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        FormBody form = FormBody.of(body);
        Optional<Decision> advice = Decision.of(form.get("advice"));
        String said = words(form, "said");
        Map<String, String> errors = new LinkedHashMap<>();
        if (advice.isEmpty()) {
            errors.put("advice", "moderation.desk.error.advice");
        }
        if (said.length() > LONGEST) {
            errors.put("said", "moderation.desk.error.note_long");
        }
        if (errors.isEmpty() && !sharing.answer(id, desk.accountId(), advice.orElseThrow(), said)) {
            errors.put("advice", "moderation.desk.error.taken");
        }
        return errors.isEmpty() ? back(found, id, "conseil") : again(desk, found, opinion, form, errors);
    }

    /** The question is no longer put. */
    @Post("/deuxieme-lecture/reprise")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeBack(Desk desk, String contract, long id) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        opinion(found, id);
        sharing.takeBack(id, desk.accountId());
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + "/avis/" + id));
    }

    private HttpResponse<?> again(
            Desk desk, Contract contract, OpinionRead opinion, FormBody form, Map<String, String> errors) {
        return pages.showAgain(desk, contract, opinion, TypedForms.other(form, errors));
    }

    private static HttpResponse<?> back(Contract contract, long id, String done) {
        LOG.info("Second reading of opinion {}: {}", id, done);
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/avis/" + id + "?fait=" + done));
    }

    private OpinionRead opinion(Contract contract, long id) {
        return reading.find(contract.id(), id).orElseThrow(NotFound::new);
    }

    private static String words(FormBody form, String field) {
        return form.get(field).replace("\r\n", "\n").strip();
    }

    private static Optional<Long> account(String written) {
        return Optional.of(written).filter(one -> one.matches("[0-9]{1,18}")).map(Long::valueOf);
    }
}
