package org.portevoix.council;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;

/** A council proposes an event or a questionnaire. */
@Controller("/equipe/{contract}/conseils/{slug}/proposition")
class ProposalController {

    private final CouncilDoor door;
    private final CouncilProposalRepository proposals;
    private final FormKeys formKeys;
    private final DeskPages pages;
    private final Clock clock;

    ProposalController(
            CouncilDoor door, CouncilProposalRepository proposals, FormKeys formKeys, DeskPages pages, Clock clock) {
        this.door = door;
        this.proposals = proposals;
        this.formKeys = formKeys;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> ask(Desk desk, String contract, String slug) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        return show(desk, entered, HttpStatus.OK, new ProposalForm(FormBody.of("")), Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> propose(Desk desk, String contract, String slug, @Nullable @Body String body) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        ProposalForm form = new ProposalForm(FormBody.of(body));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return show(desk, entered, HttpStatus.UNPROCESSABLE_ENTITY, form, errors);
        }
        proposals.add(
                entered.council().key(),
                form.kind(),
                form.title(),
                form.what(),
                form.held(),
                form.place(),
                form.why(),
                desk.accountId(),
                clock.instant(),
                formKeys.of(form.body().get("key")));
        return HttpResponse.seeOther(URI.create(entered.address() + "?fait=proposition"));
    }

    private HttpResponse<?> show(
            Desk desk, CouncilDoor.Entered entered, HttpStatus status, ProposalForm form, Map<String, String> errors) {
        var page = new ProposalPage(
                entered.address(), entered.name(), form, formKeys.of(form.body().get("key")), errors);
        return pages.show(
                desk, entered.contract(), status, "council/proposal", "council.desk.proposal.title", "council", page);
    }

    /** As it was typed. */
    record ProposalForm(FormBody body) {

        private static final int LONGEST_LINE = 200;
        private static final int LONGEST = 3_000;

        ProposalKind kind() {
            return body.get("kind").equals("CONSULTATION") ? ProposalKind.CONSULTATION : ProposalKind.EVENT;
        }

        String title() {
            return body.get("title").strip();
        }

        String what() {
            return body.get("what").replace("\r\n", "\n").strip();
        }

        String held() {
            return body.get("when").strip();
        }

        String place() {
            return body.get("where").strip();
        }

        String why() {
            return body.get("why").replace("\r\n", "\n").strip();
        }

        /** Field to message key, in the order of the form. */
        Map<String, String> errors() {
            Map<String, String> errors = new LinkedHashMap<>();
            check(errors, "title", title(), LONGEST_LINE, "council.desk.error.title");
            check(errors, "what", what(), LONGEST, "council.desk.error.what");
            check(errors, "when", held(), LONGEST_LINE, null);
            check(errors, "where", place(), LONGEST_LINE, null);
            check(errors, "why", why(), LONGEST, "council.desk.error.why");
            return errors;
        }

        private static void check(
                Map<String, String> errors, String field, String typed, int longest, @Nullable String whenEmpty) {
            if (typed.isEmpty() && whenEmpty != null) {
                errors.put(field, whenEmpty);
            } else if (typed.length() > longest) {
                errors.put(field, "council.desk.error.long");
            }
        }
    }

    record ProposalPage(String address, String name, ProposalForm form, String key, Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        boolean isConsultation() {
            return form.kind() == ProposalKind.CONSULTATION;
        }
    }
}
