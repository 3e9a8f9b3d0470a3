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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;
import org.portevoix.web.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the team in and out. */
@Controller("/equipe")
class SignInController {

    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);

    private final Accounts accounts;
    private final SignIns signIns;
    private final SessionCookie cookie;
    private final SignInPages pages;
    private final RateLimits limits;

    SignInController(Accounts accounts, SignIns signIns, SessionCookie cookie, SignInPages pages, RateLimits limits) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.cookie = cookie;
        this.pages = pages;
        this.limits = limits;
    }

    @Get("/connexion")
    HttpResponse<?> ask(@Nullable @QueryValue String vers, @Nullable @QueryValue String fait) {
        String done = Objects.equals(fait, "mot-de-passe")
                ? "account.desk.sign_in.password_changed"
                : Objects.equals(fait, "deconnexion") ? "account.desk.sign_in.signed_out" : "";
        return pages.show(HttpStatus.OK, "", Objects.requireNonNullElse(vers, ""), "", done);
    }

    @Post("/connexion")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signIn(HttpRequest<?> request, @Nullable @Body String body) {
        FormBody form = FormBody.of(body);
        String email = Accounts.email(form.get("email"));
        String target = form.get("vers");
        boolean mayTry = limits.mayTryPassword(request, email);
        Optional<Account> account = mayTry ? accounts.signIn(email, form.get("password")) : Optional.empty();
        // Asked again: many tries at the same moment all pass the first question.
        if (!mayTry || !limits.mayTryPassword(request, email)) {
            LOG.warn("Sign-in refused: too many wrong passwords");
            return pages.show(
                    HttpStatus.TOO_MANY_REQUESTS, form.get("email"), target, "account.desk.sign_in.too_many", "");
        }
        if (account.isEmpty()) {
            limits.countWrongPassword(request, email);
            signIns.refused(email);
            LOG.warn("Sign-in refused: wrong e-mail or password");
            return pages.show(
                    HttpStatus.UNPROCESSABLE_ENTITY, form.get("email"), target, "account.desk.sign_in.wrong", "");
        }
        SessionCookie.token(request).ifPresent(signIns::close);
        long id = Objects.requireNonNull(account.get().id());
        String token = signIns.open(id);
        LOG.info("Account {} signed in", id);
        return HttpResponse.seeOther(URI.create(SignInPages.target(target))).cookie(cookie.of(token));
    }

    @Post("/deconnexion")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOut(HttpRequest<?> request, Desk desk) {
        SessionCookie.token(request).ifPresent(signIns::close);
        LOG.info("Account {} signed out", desk.accountId());
        return HttpResponse.seeOther(URI.create(SignInPages.ADDRESS + "?fait=deconnexion"))
                .cookie(cookie.none());
    }
}
