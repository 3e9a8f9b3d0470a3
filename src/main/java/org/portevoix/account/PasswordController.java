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
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choosing a password: by a link that is good once, or knowing the present one. */
@Controller("/equipe/mot-de-passe")
class PasswordController {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordController.class);
    private static final URI DONE = URI.create(SignInPages.ADDRESS + "?fait=mot-de-passe");
    private static final int LONGEST_NAME = 120;

    private final Accounts accounts;
    private final DeskPages pages;
    private final SessionCookie cookie;
    private final RateLimits limits;

    PasswordController(Accounts accounts, DeskPages pages, SessionCookie cookie, RateLimits limits) {
        this.accounts = accounts;
        this.pages = pages;
        this.cookie = cookie;
        this.limits = limits;
    }

    @Get
    HttpResponse<?> askToChange(Desk desk) {
        return changing(desk, HttpStatus.OK, Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> change(HttpRequest<?> request, Desk desk, @Nullable @Body String body) {
        FormBody form = FormBody.of(body);
        if (!limits.mayTryPassword(request, desk.email())) {
            return changing(
                    desk, HttpStatus.TOO_MANY_REQUESTS, Map.of("present-password", "account.desk.sign_in.too_many"));
        }
        Map<String, String> errors = new LinkedHashMap<>();
        if (accounts.signIn(desk.email(), form.get("present-password")).isEmpty()) {
            limits.countWrongPassword(request, desk.email());
            errors.put("present-password", "account.desk.password.wrong");
        }
        judge(form, desk.email(), errors);
        if (!errors.isEmpty()) {
            return changing(desk, HttpStatus.UNPROCESSABLE_ENTITY, errors);
        }
        accounts.changePassword(desk.accountId(), form.get("password"));
        LOG.info("Account {} changed its password", desk.accountId());
        return HttpResponse.seeOther(DONE).cookie(cookie.none());
    }

    @Get("/{token}")
    HttpResponse<?> askByLink(String token) {
        return accounts.findLink(token)
                .<HttpResponse<?>>map(link -> choosing(link, token, HttpStatus.OK, FormBody.of(""), Map.of()))
                .orElseGet(this::overdue);
    }

    @Post("/{token}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> chooseByLink(String token, @Nullable @Body String body) {
        Optional<OneTimeLink> found = accounts.findLink(token);
        if (found.isEmpty()) {
            return overdue();
        }
        FormBody form = FormBody.of(body);
        OneTimeLink link = found.get();
        Map<String, String> errors = new LinkedHashMap<>();
        String email = email(link, form, errors);
        judge(form, email, errors);
        if (!errors.isEmpty()) {
            return choosing(link, token, HttpStatus.UNPROCESSABLE_ENTITY, form, errors);
        }
        if (link.accountId() == null) {
            makeFirstAdministrator(email, form);
        } else if (!accounts.choosePassword(token, form.get("password"))) {
            return overdue();
        } else {
            LOG.info("Account {} chose a password by a link", link.accountId());
        }
        return HttpResponse.seeOther(DONE);
    }

    private void makeFirstAdministrator(String email, FormBody form) {
        if (accounts.createFirstAdministrator(email, form.get("name"), form.get("password"))
                .isPresent()) {
            throw new Conflict();
        }
        LOG.info("The first administrator chose a password");
    }

    private String email(OneTimeLink link, FormBody form, Map<String, String> errors) {
        if (link.accountId() != null) {
            return accounts.find(link.accountId()).map(Account::email).orElse("");
        }
        if (form.get("name").isBlank() || form.get("name").length() > LONGEST_NAME) {
            errors.put("name", "account.desk.name.missing");
        }
        if (!Accounts.isEmail(form.get("email"))) {
            errors.put("email", "account.desk.email.invalid");
        }
        return Accounts.email(form.get("email"));
    }

    private void judge(FormBody form, String email, Map<String, String> errors) {
        accounts.fault(form.get("password"), email).ifPresent(fault -> errors.put("password", fault));
        if (!errors.containsKey("password") && !form.get("password").equals(form.get("password-again"))) {
            errors.put("password-again", "account.desk.password.differs");
        }
    }

    private HttpResponse<String> changing(Desk desk, HttpStatus status, Map<String, String> errors) {
        return pages.show(
                desk,
                status,
                "account/password",
                "account.desk.password.title",
                new Choosing("/equipe/mot-de-passe", true, false, desk.email(), "", errors));
    }

    private HttpResponse<String> choosing(
            OneTimeLink link, String token, HttpStatus status, FormBody form, Map<String, String> errors) {
        Optional<Account> account = Optional.ofNullable(link.accountId()).flatMap(accounts::find);
        return pages.show(
                status,
                "account/password",
                account.isPresent() ? "account.desk.password.title" : "account.desk.first.title",
                new Choosing(
                        "/equipe/mot-de-passe/" + token,
                        false,
                        link.accountId() == null,
                        account.map(Account::email).orElse(form.get("email")),
                        account.map(Account::name).orElse(form.get("name")),
                        errors));
    }

    private HttpResponse<String> overdue() {
        return pages.show(HttpStatus.NOT_FOUND, "account/overdue", "account.desk.overdue.title", Map.of());
    }

    /** @param errors message keys by field, in the order of the form */
    record Choosing(
            String address,
            boolean asksPresent,
            boolean isFirst,
            String email,
            String name,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
