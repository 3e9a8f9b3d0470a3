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
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.portevoix.mail.MailSettings;
import org.portevoix.web.FormBody;
import org.portevoix.web.RateLimits;

/**
 * A link to choose another password, by mail. The answer is the same whoever asks, and as quick, since what it does is
 * done after it: so nobody learns who has an account (ASVS 5.0, 6.3.8).
 */
@Controller(ForgottenController.ADDRESS)
class ForgottenController {

    static final String ADDRESS = "/equipe/mot-de-passe-oublie";

    private final Invitations invitations;
    private final DeskPages pages;
    private final MailSettings mail;
    private final RateLimits limits;
    private final ExecutorService after;

    ForgottenController(
            Invitations invitations,
            DeskPages pages,
            MailSettings mail,
            RateLimits limits,
            @Named(TaskExecutors.BLOCKING) ExecutorService after) {
        this.invitations = invitations;
        this.pages = pages;
        this.mail = mail;
        this.limits = limits;
        this.after = after;
    }

    @Get
    HttpResponse<?> ask(@Nullable @QueryValue String fait) {
        return show(HttpStatus.OK, "", fait != null, Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> send(HttpRequest<?> request, @Nullable @Body String body) {
        String email = FormBody.of(body).get("email");
        if (!Accounts.isEmail(email)) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, email, false, Map.of("email", "account.desk.email.invalid"));
        }
        if (!limits.mayAskForLink(request)) {
            return show(HttpStatus.TOO_MANY_REQUESTS, email, false, Map.of("email", "account.desk.sign_in.too_many"));
        }
        after.execute(() -> invitations.reset(email));
        return HttpResponse.seeOther(URI.create(ADDRESS + "?fait=envoi"));
    }

    private HttpResponse<?> show(HttpStatus status, String email, boolean isSent, Map<String, String> errors) {
        return pages.show(
                status,
                "account/forgotten",
                "account.desk.forgotten.title",
                new Forgotten(email, isSent, mail.isComplete(), errors));
    }

    /** @param mailLeaves whether the site can send anything at all */
    record Forgotten(String email, boolean isSent, boolean mailLeaves, Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
