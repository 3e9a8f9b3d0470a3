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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is of a contract's team: lets people in and out of it. */
@Controller("/equipe/{contract}/comptes")
class PeopleController {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleController.class);

    private final Accounts accounts;
    private final Invitations invitations;
    private final Team team;
    private final PeoplePages pages;

    PeopleController(Accounts accounts, Invitations invitations, Team team, PeoplePages pages) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.team = team;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        return pages.show(
                desk, found, HttpStatus.OK, InviteForm.empty(), Map.of(), Objects.requireNonNullElse(fait, ""));
    }

    /** The page itself answers, since it shows the link once. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> invite(HttpRequest<?> request, Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        InviteForm form = InviteForm.of(FormBody.of(body));
        Map<String, String> errors = form.errors(true);
        if (!errors.isEmpty()) {
            return pages.show(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, "");
        }
        Role role = InviteForm.given(form.role()).orElseThrow();
        Invitations.Invited invited = invitations.invite(form.email(), form.name(), role, found);
        LOG.info(
                "Account {} invited account {} to contract {} as {}",
                desk.accountId(),
                invited.accountId(),
                found.id(),
                role);
        return pages.showInvited(request, desk, found, invited, isWhollyOf(desk, invited.accountId()));
    }

    @Post("/{id}/role")
    @Consumes(MediaType.ALL)
    HttpResponse<?> change(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        FormBody form = FormBody.of(body);
        Optional<Role> from = InviteForm.given(form.get("from"));
        Optional<Role> to = InviteForm.given(form.get("role"));
        if (from.isEmpty() || to.isEmpty()) {
            throw new NotFound();
        }
        boolean isDone = team.change(desk, found, id, from.get(), to.get());
        LOG.info(
                "Account {} made account {} {} in contract {}: {}", desk.accountId(), id, to.get(), found.id(), isDone);
        return back(found, isDone ? "change" : "seul");
    }

    @Post("/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeAway(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        Role role = InviteForm.any(FormBody.of(body).get("role")).orElseThrow(NotFound::new);
        boolean isDone = team.takeAway(desk, found, id, role);
        LOG.info(
                "Account {} took {} in contract {} from account {}: {}",
                desk.accountId(),
                role,
                found.id(),
                id,
                isDone);
        return back(found, isDone ? "retrait" : "seul");
    }

    @Post("/{id}/lien")
    @Consumes(MediaType.ALL)
    HttpResponse<?> again(HttpRequest<?> request, Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        Role role = accounts.memberships(id).stream()
                .filter(membership -> membership.contractId() == found.id())
                .map(Membership::role)
                .findFirst()
                .orElseThrow(NotFound::new);
        Account account = accounts.find(id).orElseThrow(NotFound::new);
        return invitations
                .again(account, found, role)
                .<HttpResponse<?>>map(
                        invited -> pages.showInvited(request, desk, found, invited, team.isWhollyOf(desk, account)))
                .orElseGet(() -> back(found, "venu"));
    }

    private boolean isWhollyOf(Desk desk, long accountId) {
        return accounts.find(accountId)
                .filter(account -> team.isWhollyOf(desk, account))
                .isPresent();
    }

    private static HttpResponse<?> back(Contract contract, String done) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/comptes?fait=" + done));
    }
}
