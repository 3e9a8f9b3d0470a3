package org.portevoix.team;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.mail.Deliveries;
import org.portevoix.mail.MailSettings;
import org.portevoix.web.Forbidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How mail stands, to those who let people in: what waits and why, trying again, a letter to oneself. Never to whom. */
@Controller(MailDeskController.ADDRESS)
class MailDeskController {

    static final String ADDRESS = "/equipe/courrier";

    private static final Logger LOG = LoggerFactory.getLogger(MailDeskController.class);
    private static final String SENT = "SENT";

    private final Deliveries deliveries;
    private final MailSettings settings;
    private final MailPages mailPages;
    private final DeskPages pages;

    MailDeskController(Deliveries deliveries, MailSettings settings, MailPages mailPages, DeskPages pages) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.mailPages = mailPages;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Desk desk, @Nullable @QueryValue String essai, @Nullable @QueryValue String fait) {
        require(desk);
        return pages.show(
                desk,
                HttpStatus.OK,
                "team/mail",
                "team.desk.mail.title",
                mailPages.page(desk, Objects.requireNonNullElse(essai, ""), fait != null));
    }

    @Post("/essai")
    @Consumes(MediaType.ALL)
    HttpResponse<?> test(Desk desk) {
        require(desk);
        String outcome = settings.isComplete()
                ? deliveries.test(desk.email()).map(Enum::name).orElse(SENT)
                : "SETTINGS";
        LOG.info("Account {} sent a test letter: {}", desk.accountId(), outcome);
        return HttpResponse.seeOther(URI.create(ADDRESS + "?essai=" + outcome));
    }

    @Post("/reprise")
    @Consumes(MediaType.ALL)
    HttpResponse<?> tryAgain(Desk desk) {
        require(desk);
        deliveries.tryAgain();
        LOG.info("Account {} had letters tried again", desk.accountId());
        return HttpResponse.seeOther(URI.create(ADDRESS + "?fait=reprise"));
    }

    private static void require(Desk desk) {
        if (!desk.isAdministrator() && !desk.may(Permission.ACCOUNTS)) {
            throw new Forbidden();
        }
    }
}
