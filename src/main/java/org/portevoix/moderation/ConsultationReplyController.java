package org.portevoix.moderation;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all who answered a consultation are answered. */
@Controller("/equipe/{contract}/questionnaires")
class ConsultationReplyController {

    private static final Logger LOG = LoggerFactory.getLogger(ConsultationReplyController.class);

    private static final int MOST_PAGES = 10_000;

    private final ConsultationReplyPages pages;
    private final Replies replies;
    private final ModerationDecisions decisions;
    private final PlainTexts plainTexts;

    ConsultationReplyController(
            ConsultationReplyPages pages, Replies replies, ModerationDecisions decisions, PlainTexts plainTexts) {
        this.pages = pages;
        this.replies = replies;
        this.decisions = decisions;
        this.plainTexts = plainTexts;
    }

    @Get
    HttpResponse<?> list(Desk desk, String contract) {
        return pages.list(desk, desk.contract(contract, Permission.ANSWER));
    }

    @Get("/{slug}")
    HttpResponse<?> show(
            Desk desk,
            String contract,
            String slug,
            @Nullable @QueryValue String fait,
            @Nullable @QueryValue Integer page,
            @Nullable @QueryValue Integer retires) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        return pages.show(
                desk,
                found,
                slug,
                HttpStatus.OK,
                ReplyForm.blank(),
                null,
                Map.of(),
                new ConsultationReplyPages.Shown(
                        page == null ? 1 : Math.clamp(page, 1, MOST_PAGES),
                        retires,
                        Objects.requireNonNullElse(fait, "")));
    }

    /** Spam and doubles without words: out of the figures, several at once. */
    @Post("/{slug}/indesirables")
    @Consumes(MediaType.ALL)
    HttpResponse<?> refuseWordless(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        WordlessForm form = new WordlessForm(FormBody.of(body));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return pages.show(
                    desk,
                    found,
                    slug,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    ReplyForm.blank(),
                    null,
                    errors,
                    ConsultationReplyPages.Shown.PLAIN);
        }
        long id = pages.answerable(found, slug).orElseThrow(Conflict::new);
        int refused = decisions.refuseWordless(id, form, desk.accountId());
        LOG.info("Account {} refused {} opinions without words of consultation {}", desk.accountId(), refused, id);
        return HttpResponse.seeOther(
                URI.create("/equipe/" + found.slug() + "/questionnaires/" + slug + "?retires=" + refused));
    }

    @Post("/{slug}/reponse")
    @Consumes(MediaType.ALL)
    HttpResponse<?> reply(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        ReplyForm form = new ReplyForm(FormBody.of(body));
        PlainCheck plain = plainTexts.check(found, form.body(), form.text());
        Map<String, String> errors = plain.after(form.errors());
        if (!errors.isEmpty()) {
            return pages.show(
                    desk,
                    found,
                    slug,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form,
                    plain,
                    errors,
                    ConsultationReplyPages.Shown.PLAIN);
        }
        long id = pages.answerable(found, slug).orElseThrow(Conflict::new);
        replies.toAll(found, id, form, plain, desk.accountId());
        LOG.info("Account {} replied to consultation {}", desk.accountId(), id);
        return HttpResponse.seeOther(
                URI.create("/equipe/" + found.slug() + "/questionnaires/" + slug + "?fait=reponse"));
    }
}
