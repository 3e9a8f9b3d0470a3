package org.portevoix.account;

import io.micronaut.http.HttpRequest;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is of the team anywhere on the site, for those who administer it. */
@Controller("/equipe/comptes")
class SitePeopleController {

    private static final Logger LOG = LoggerFactory.getLogger(SitePeopleController.class);

    private final Accounts accounts;
    private final Invitations invitations;
    private final Team team;
    private final PeoplePages pages;

    SitePeopleController(Accounts accounts, Invitations invitations, Team team, PeoplePages pages) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.team = team;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Desk desk, @Nullable @QueryValue String fait) {
        desk.requireAdministrator();
        return pages.showSite(desk, HttpStatus.OK, InviteForm.empty(), Map.of(), Objects.requireNonNullElse(fait, ""));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> invite(HttpRequest<?> request, Desk desk, @Nullable @Body String body) {
        desk.requireAdministrator();
        InviteForm form = InviteForm.of(FormBody.of(body));
        Map<String, String> errors = new LinkedHashMap<>(form.errors(false));
        Optional<Invitations.Invited> invited =
                errors.isEmpty() ? invitations.inviteAdministrator(form.email(), form.name()) : Optional.empty();
        if (errors.isEmpty() && invited.isEmpty()) {
            errors.put("email", "account.desk.people.has_account");
        }
        if (invited.isEmpty()) {
            return pages.showSite(desk, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, "");
        }
        LOG.info(
                "Account {} invited administrator {}",
                desk.accountId(),
                invited.get().accountId());
        return pages.showInvited(request, desk, invited.get());
    }

    @Post("/{id}/administration")
    @Consumes(MediaType.ALL)
    HttpResponse<?> administer(Desk desk, long id, @Nullable @Body String body) {
        desk.requireAdministrator();
        if (accounts.find(id).isEmpty()) {
            throw new NotFound();
        }
        boolean isAdministrator = FormBody.of(body).get("administrator").equals("yes");
        boolean isDone = team.setAdministrator(id, isAdministrator);
        LOG.info(
                "Account {} set administration of account {} to {}: {}", desk.accountId(), id, isAdministrator, isDone);
        return back(isDone ? "change" : "seul");
    }

    @Post("/{id}/fermeture")
    @Consumes(MediaType.ALL)
    HttpResponse<?> close(Desk desk, long id, @Nullable @Body String body) {
        desk.requireAdministrator();
        boolean isDone = team.close(id);
        LOG.info("Account {} closed account {}: {}", desk.accountId(), id, isDone);
        return back(isDone ? "retrait" : "seul");
    }

    @Post("/{id}/lien")
    @Consumes(MediaType.ALL)
    HttpResponse<?> again(HttpRequest<?> request, Desk desk, long id, @Nullable @Body String body) {
        desk.requireAdministrator();
        Account account = accounts.find(id).orElseThrow(NotFound::new);
        return invitations
                .againAdministrator(account)
                .<HttpResponse<?>>map(invited -> pages.showInvited(request, desk, invited))
                .orElseGet(() -> back("venu"));
    }

    private static HttpResponse<?> back(String done) {
        return HttpResponse.seeOther(URI.create("/equipe/comptes?fait=" + done));
    }
}
