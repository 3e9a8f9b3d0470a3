package org.portevoix.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one is signed in oneself, and ending all but this one. */
@Controller("/equipe/sessions")
class SessionController {

    private static final Logger LOG = LoggerFactory.getLogger(SessionController.class);

    private final DeskSessions sessions;
    private final DeskPages pages;
    private final Calendar calendar;

    SessionController(DeskSessions sessions, DeskPages pages, Calendar calendar) {
        this.sessions = sessions;
        this.pages = pages;
        this.calendar = calendar;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Desk desk, @Nullable @QueryValue String fait) {
        byte[] here = SessionCookie.token(request).map(Tokens::hash).orElseGet(() -> new byte[0]);
        ZoneId zone =
                desk.contracts().stream().findFirst().map(Contract::zoneId).orElse(ZoneId.of("Europe/Paris"));
        List<Row> rows = sessions.ofAccount(desk.accountId()).stream()
                .map(session -> new Row(
                        moment(session.createdAt(), zone),
                        moment(session.seenAt(), zone),
                        java.util.Arrays.equals(session.tokenHash(), here)))
                .toList();
        return pages.show(
                desk,
                HttpStatus.OK,
                "account/sessions",
                "account.desk.sessions.title",
                new SessionPage(desk.name(), desk.email(), rows, Objects.equals(fait, "fermeture")));
    }

    @Post("/fermeture")
    @Consumes(MediaType.ALL)
    HttpResponse<?> closeOthers(HttpRequest<?> request, Desk desk) {
        int closed = sessions.closeOthers(
                desk.accountId(), SessionCookie.token(request).orElse(""));
        LOG.info("Account {} ended {} other sessions", desk.accountId(), closed);
        return HttpResponse.seeOther(URI.create("/equipe/sessions?fait=fermeture"));
    }

    private String moment(Instant instant, ZoneId zone) {
        return calendar.day(Language.SOURCE, instant.atZone(zone).toLocalDate()) + ", "
                + calendar.hour(Language.SOURCE, instant, zone);
    }

    /** One's own sessions. */
    record SessionPage(String name, String email, List<Row> rows, boolean isDone) {

        boolean hasOthers() {
            return rows.size() > 1;
        }
    }

    /** @param isHere whether it is the one that asks */
    record Row(String since, String seen, boolean isHere) {}
}
