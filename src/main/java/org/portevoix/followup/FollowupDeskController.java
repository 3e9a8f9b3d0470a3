package org.portevoix.followup;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk brings together what residents said, decides with a reason, and says what was done. */
@Controller("/equipe/{contract}/suites")
class FollowupDeskController {

    /** The address of the form for a new one. */
    static final String NEW = "nouvelle";

    private static final Logger LOG = LoggerFactory.getLogger(FollowupDeskController.class);

    private final FollowupDeskPages pages;
    private final FollowupRepository followups;
    private final FollowupAnswers answers;
    private final PlainTexts plainTexts;
    private final FormKeys formKeys;
    private final Clock clock;

    FollowupDeskController(
            FollowupDeskPages pages,
            FollowupRepository followups,
            FollowupAnswers answers,
            PlainTexts plainTexts,
            FormKeys formKeys,
            Clock clock) {
        this.pages = pages;
        this.followups = followups;
        this.answers = answers;
        this.plainTexts = plainTexts;
        this.formKeys = formKeys;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(Desk desk, String contract) {
        return pages.list(desk, desk.contract(contract, Permission.ANSWER));
    }

    /** @param avis numbers of opinions that are ticked already */
    @Get("/nouvelle{?avis*}")
    HttpResponse<?> blank(Desk desk, String contract, @Nullable @QueryValue List<Long> avis) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        Map<String, List<String>> ticked = new HashMap<>();
        if (avis != null) {
            ticked.put("gathered", avis.stream().map(id -> "OPINION:" + id).toList());
        }
        return pages.blank(
                desk,
                found,
                HttpStatus.OK,
                new FollowupForm(new FormBody(ticked)),
                PlainCheck.unread(List.of()),
                Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> open(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        FollowupForm form = new FollowupForm(FormBody.of(body));
        PlainCheck plain = plainTexts.check(found, form.body(), form.said());
        Map<String, String> errors = plain.after(form.errors());
        if (!errors.isEmpty()) {
            return pages.blank(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, form, plain, errors);
        }
        long id = answers.open(found, asked(found, form), formKeys.of(form.key()));
        plainTexts.keep(found, Followup.about(id), desk.accountId(), plain);
        LOG.info("Account {} opened follow-up {}", desk.accountId(), id);
        return to(found, followups.findById(id).orElseThrow().slug(), "ouverte");
    }

    @Get("/{slug}")
    HttpResponse<?> show(Desk desk, String contract, String slug, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        return pages.show(desk, found, followup(found, slug), Objects.requireNonNullElse(fait, ""));
    }

    @Post("/{slug}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> revise(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        Followup followup = followup(found, slug);
        FollowupForm form = new FollowupForm(FormBody.of(body));
        var plain = new FollowupDeskPages.Checked("fiche", plainTexts.check(found, form.body(), form.said()));
        boolean isSaid = pages.says(followup, form.said());
        Map<String, String> errors = isSaid ? form.errors() : plain.check().after(form.errors());
        if (!errors.isEmpty()) {
            return pages.showAgain(desk, found, followup, form, AnswerForm.blank(), plain, errors);
        }
        if (!answers.revise(found, followup.id(), form.revision(), asked(found, form))) {
            return pages.overtaken(desk, found, followup(found, slug), form, AnswerForm.blank());
        }
        plainTexts.keep(found, Followup.about(followup.id()), desk.accountId(), plain.check());
        LOG.info("Account {} changed follow-up {}", desk.accountId(), followup.id());
        return to(found, slug, "modifiee");
    }

    @Post("/{slug}/decision")
    @Consumes(MediaType.ALL)
    HttpResponse<?> decide(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        Followup followup = followup(found, slug);
        AnswerForm form = new AnswerForm(FormBody.of(body));
        LocalDate today = LocalDate.now(clock.withZone(found.zoneId()));
        var plain = new FollowupDeskPages.Checked(
                "decision", plainTexts.check(found, form.body(), form.reason(), form.next(), form.done()));
        Map<String, String> errors = plain.check().after(form.decisionErrors(followup, today));
        if (!errors.isEmpty()) {
            return pages.showAgain(desk, found, followup, null, form, plain, errors);
        }
        FollowupDecision decision = form.decision().orElseThrow();
        var answer = new FollowupAnswers.Answer(decision, form.reason(), today, form.nextStep());
        if (!answers.decide(found, followup.id(), form.revision(), answer, form.done())) {
            return pages.overtaken(desk, found, followup(found, slug), null, form);
        }
        plainTexts.keep(found, Followup.about(followup.id()), desk.accountId(), plain.check());
        LOG.info("Account {} decided {} about follow-up {}", desk.accountId(), decision, followup.id());
        return to(found, slug, "decision");
    }

    @Post("/{slug}/fait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> finish(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        Followup followup = followup(found, slug);
        AnswerForm form = new AnswerForm(FormBody.of(body));
        var plain = new FollowupDeskPages.Checked("fait", plainTexts.check(found, form.body(), form.done()));
        Map<String, String> errors = plain.check().after(form.doneErrors());
        if (!errors.isEmpty()) {
            return pages.showAgain(desk, found, followup, null, form, plain, errors);
        }
        if (!answers.finish(found, followup.id(), form.revision(), pages.proof(found, form))) {
            return pages.overtaken(desk, found, followup(found, slug), null, form);
        }
        plainTexts.keep(found, Followup.about(followup.id()), desk.accountId(), plain.check());
        LOG.info("Account {} marked follow-up {} done", desk.accountId(), followup.id());
        return to(found, slug, "fait");
    }

    private FollowupAnswers.Asked asked(Contract contract, FollowupForm form) {
        return new FollowupAnswers.Asked(
                form.said(), form.decides(), pages.action(contract, form.action()), null, form.gathered());
    }

    private Followup followup(Contract contract, String slug) {
        return followups.findBySlug(contract.id(), slug).orElseThrow(NotFound::new);
    }

    private static HttpResponse<?> to(Contract contract, String slug, String done) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/suites/" + slug + "?fait=" + done));
    }
}
