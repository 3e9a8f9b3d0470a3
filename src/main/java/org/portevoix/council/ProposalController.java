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
    private final Proposals proposals;
    private final FormKeys formKeys;
    private final DeskPages pages;

    ProposalController(CouncilDoor door, Proposals proposals, FormKeys formKeys, DeskPages pages) {
        this.door = door;
        this.proposals = proposals;
        this.formKeys = formKeys;
        this.pages = pages;
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
        proposals.propose(
                entered.contract(),
                entered.council(),
                form,
                formKeys.of(form.body().get("key")),
                desk.accountId());
        return HttpResponse.seeOther(URI.create(entered.address() + "?fait=proposition"));
    }

    private HttpResponse<?> show(
            Desk desk, CouncilDoor.Entered entered, HttpStatus status, ProposalForm form, Map<String, String> errors) {
        var page = new ProposalPage(
                entered.address(), entered.name(), form, formKeys.of(form.body().get("key")), errors);
        return pages.show(
                desk, entered.contract(), status, "council/proposal", "council.desk.proposal.title", "council", page);
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
