package org.portevoix.event;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The team changes a session, calls it off, puts it off, or adds one. */
@Controller("/equipe/{contract}/agenda/{slug:[a-z0-9-]+}")
class SessionChangeController {

    private static final Logger LOG = LoggerFactory.getLogger(SessionChangeController.class);
    private static final String DAY = "/{day:[0-9]+-[0-9]+-[0-9]+}";

    private final EventRepository events;
    private final Occasions occasions;
    private final SessionChanges changes;
    private final WaitingList waitingList;
    private final Texts texts;
    private final Calendar calendar;
    private final DeskPages pages;

    SessionChangeController(
            EventRepository events,
            Occasions occasions,
            SessionChanges changes,
            WaitingList waitingList,
            Texts texts,
            Calendar calendar,
            DeskPages pages) {
        this.events = events;
        this.occasions = occasions;
        this.changes = changes;
        this.waitingList = waitingList;
        this.texts = texts;
        this.calendar = calendar;
        this.pages = pages;
    }

    @Get(DAY + "/modification")
    HttpResponse<?> show(Desk desk, String contract, String slug, String day) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        EventSession session = occasions.find(found, slug, day).session();
        return page(desk, HttpStatus.OK, found, session, session.day(), present(found, session), Map.of());
    }

    @Post(DAY + "/modification")
    @Consumes(MediaType.ALL)
    HttpResponse<?> change(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        EventSession session = occasions.find(found, slug, day).session();
        var form = new SessionForm(FormBody.of(body));
        Map<String, String> errors = form.errorsOfChange();
        if (errors.isEmpty()) {
            errors = changed(found, session, form);
        }
        return errors.isEmpty()
                ? HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + session.path() + "?fait=modification"))
                : page(desk, HttpStatus.UNPROCESSABLE_ENTITY, found, session, session.day(), form, errors);
    }

    /** A part of the programme is not held on that day; it is on the others. */
    @Post(DAY + "/programme/{id}/annulation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> cancelPart(Desk desk, String contract, String slug, String day, long id) {
        return hold(desk, contract, slug, day, id, false);
    }

    @Post(DAY + "/programme/{id}/maintien")
    @Consumes(MediaType.ALL)
    HttpResponse<?> holdPart(Desk desk, String contract, String slug, String day, long id) {
        return hold(desk, contract, slug, day, id, true);
    }

    private HttpResponse<?> hold(Desk desk, String contract, String slug, String day, long part, boolean isHeld) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        EventSession session = occasions.find(found, slug, day).session();
        if (!waitingList.cancelPart(session.sessionId(), part, !isHeld)) {
            throw new Conflict();
        }
        LOG.info("Account {} said whether part {} of session {} is held", desk.accountId(), part, session.sessionId());
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + session.path() + "?fait=programme"));
    }

    /** A new session, with the hours and places of the last one. */
    @Get("/seance")
    HttpResponse<?> blank(Desk desk, String contract, String slug) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        EventSession last = last(found, slug);
        return page(desk, HttpStatus.OK, found, last, null, present(found, last), Map.of());
    }

    @Post("/seance")
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        EventSession last = last(found, slug);
        var form = new SessionForm(FormBody.of(body));
        Map<String, String> errors = form.errorsOfNew();
        LocalDate day = form.wantedDay();
        if (errors.isEmpty() && day != null) {
            if (changes.add(found, last, day, form).isPresent()) {
                return HttpResponse.seeOther(
                        URI.create("/equipe/" + found.slug() + "/agenda/" + slug + "/" + day + "?fait=seance"));
            }
            errors = Map.of("day", "event.desk.error.day_taken");
        }
        return page(desk, HttpStatus.UNPROCESSABLE_ENTITY, found, last, null, form, errors);
    }

    private Map<String, String> changed(Contract contract, EventSession session, SessionForm form) {
        try {
            return changes.change(contract, session.sessionId(), form);
        } catch (SessionChanges.DayTaken e) {
            return Map.of("day", "event.desk.error.day_taken");
        }
    }

    private EventSession last(Contract contract, String slug) {
        List<EventSession> all = events.findSessions(contract.id(), slug);
        if (all.isEmpty()) {
            throw new NotFound();
        }
        return all.getLast();
    }

    private SessionForm present(Contract contract, EventSession session) {
        TextsRead read = texts.read(Language.SOURCE, session.reasonText());
        var reason = read.find(session.reasonText());
        Map<String, List<String>> values = new HashMap<>();
        values.put("from", List.of(hour(contract, session.startsAt())));
        values.put("until", List.of(hour(contract, session.endsAt())));
        values.put("places", List.of(session.places() == null ? "" : String.valueOf(session.places())));
        values.put("state", List.of(session.sessionState()));
        values.put("reason", List.of(reason == null ? "" : reason.body()));
        return new SessionForm(new FormBody(values));
    }

    private static String hour(Contract contract, Instant at) {
        return at.atZone(contract.zoneId()).toLocalTime().toString();
    }

    private HttpResponse<?> page(
            Desk desk,
            HttpStatus status,
            Contract contract,
            EventSession session,
            @Nullable LocalDate day,
            SessionForm form,
            Map<String, String> errors) {
        String title = texts.read(Language.SOURCE, session.titleText())
                .get(session.titleText())
                .body();
        var page = new ChangePage(
                contract.slug(),
                session.slug(),
                day == null ? null : session.path(),
                title,
                day == null ? "" : calendar.day(Language.SOURCE, day),
                form.day(),
                form.from(),
                form.until(),
                form.places(),
                form.reason(),
                Stream.of("PLANNED", "POSTPONED", "CANCELLED")
                        .map(state -> new State(state, state.equals(form.state())))
                        .toList(),
                session.takenPlaces(),
                errors);
        String key = day == null ? "event.desk.change.add" : "event.desk.change.title";
        return pages.show(desk, contract, status, "event/session_change", key, "agenda", page);
    }

    /** What may become of a session. */
    record State(String name, boolean isChosen) {}

    /**
     * The form of a session.
     *
     * @param path of the session that is changed; null of a new one
     */
    record ChangePage(
            String contract,
            String slug,
            @Nullable String path,
            String title,
            String date,
            String day,
            String from,
            String until,
            String places,
            String reason,
            List<State> states,
            int taken,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
