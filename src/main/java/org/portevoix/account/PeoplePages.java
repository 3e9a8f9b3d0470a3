package org.portevoix.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.mail.MailSettings;
import org.portevoix.web.SiteAddress;

/** Shows who may come in: to a contract, or anywhere on the site. */
@Singleton
class PeoplePages {

    /** Where the contract's own zone is not at hand. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final Set<String> DONE = Set.of("change", "retrait", "seul", "venu");

    private final AccountRepository accounts;
    private final DeskPages pages;
    private final MailSettings mail;
    private final SiteAddress site;
    private final Calendar calendar;

    PeoplePages(AccountRepository accounts, DeskPages pages, MailSettings mail, SiteAddress site, Calendar calendar) {
        this.accounts = accounts;
        this.pages = pages;
        this.mail = mail;
        this.site = site;
        this.calendar = calendar;
    }

    HttpResponse<?> show(
            Desk desk, Contract contract, HttpStatus status, InviteForm form, Map<String, String> errors, String done) {
        return ofContract(desk, contract, status, form, errors, done, null);
    }

    /** @param isLinkShown whether the one who invites may hand the link over */
    HttpResponse<?> showInvited(
            HttpRequest<?> request, Desk desk, Contract contract, Invitations.Invited invited, boolean isLinkShown) {
        return ofContract(
                desk,
                contract,
                HttpStatus.OK,
                InviteForm.empty(),
                Map.of(),
                "",
                invited(request, invited, isLinkShown));
    }

    HttpResponse<?> showSite(Desk desk, HttpStatus status, InviteForm form, Map<String, String> errors, String done) {
        return ofSite(desk, status, form, errors, done, null);
    }

    HttpResponse<?> showInvited(HttpRequest<?> request, Desk desk, Invitations.Invited invited) {
        return ofSite(desk, HttpStatus.OK, InviteForm.empty(), Map.of(), "", invited(request, invited, true));
    }

    private HttpResponse<?> ofContract(
            Desk desk,
            Contract contract,
            HttpStatus status,
            InviteForm form,
            Map<String, String> errors,
            String done,
            PeoplePage.@Nullable Invited invited) {
        List<PeoplePage.Row> rows = accounts.findMembers(contract.id()).stream()
                .map(member -> new PeoplePage.Row(
                        member.id(),
                        member.name(),
                        member.email(),
                        member.role().name(),
                        List.of(),
                        choices(member.role().name()),
                        day(member.seenAt(), contract.zoneId()),
                        member.isInvited(),
                        member.isAdministrator(),
                        member.role() == Role.COUNCIL,
                        member.id() == desk.accountId()))
                .toList();
        return pages.show(
                desk,
                contract,
                status,
                "account/people",
                "account.desk.people.title",
                AccountMenu.SECTION,
                new PeoplePage(
                        "/equipe/" + contract.slug() + "/comptes",
                        rows,
                        choices(form.role()),
                        form,
                        known(done),
                        invited,
                        mail.missing(),
                        errors));
    }

    private HttpResponse<?> ofSite(
            Desk desk,
            HttpStatus status,
            InviteForm form,
            Map<String, String> errors,
            String done,
            PeoplePage.@Nullable Invited invited) {
        Map<Long, String> territories =
                desk.contracts().stream().collect(Collectors.toMap(Contract::id, Contract::territoryName));
        Map<Long, List<HeldRole>> held =
                accounts.findHeldRoles().stream().collect(Collectors.groupingBy(HeldRole::accountId));
        List<PeoplePage.Row> rows = accounts.findTeam().stream()
                .map(account -> new PeoplePage.Row(
                        account.id(),
                        account.name(),
                        account.email(),
                        "",
                        held.getOrDefault(account.id(), List.of()).stream()
                                .map(role -> new PeoplePage.Held(
                                        territories.getOrDefault(role.contractId(), ""), role.role()))
                                .toList(),
                        List.of(),
                        day(account.seenAt(), ZONE),
                        account.isInvited(),
                        account.isAdministrator(),
                        false,
                        account.id() == desk.accountId()))
                .toList();
        return pages.show(
                desk,
                status,
                "account/site_people",
                "account.desk.people.site_title",
                new PeoplePage("/equipe/comptes", rows, List.of(), form, known(done), invited, mail.missing(), errors));
    }

    private PeoplePage.Invited invited(HttpRequest<?> request, Invitations.Invited invited, boolean isLinkShown) {
        return new PeoplePage.Invited(
                invited.name(),
                isLinkShown
                        ? invited.link().map(path -> site.of(request) + path).orElse("")
                        : "");
    }

    private String day(@Nullable Instant seen, ZoneId zone) {
        return seen == null
                ? ""
                : calendar.day(Language.SOURCE, seen.atZone(zone).toLocalDate());
    }

    private static List<PeoplePage.Choice> choices(String chosen) {
        return InviteForm.GIVEN.stream()
                .map(role -> new PeoplePage.Choice(role, role.name().equals(chosen)))
                .toList();
    }

    private static String known(String done) {
        return DONE.contains(done) ? done : "";
    }
}
