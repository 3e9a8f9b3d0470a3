package org.portevoix.event;

import io.micronaut.http.HttpHeaders;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.receipt.ReceiptDoor;
import org.portevoix.web.Conflict;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;

/** By the receipt: how many come, to which parts of the programme, that nobody does, and the session for one's own calendar. */
@Controller("/{lang}/suivi/{code}")
class RegistrationChangeController {

    private final RegistrationRepository registrations;
    private final WaitingList waitingList;
    private final EventRepository events;
    private final EventPartRepository parts;
    private final Programme programme;
    private final AgendaFeed feed;
    private final Contracts contracts;
    private final ReceiptCodes codes;
    private final ReceiptDoor door;
    private final Languages languages;
    private final Messages messages;
    private final Drawing drawing;

    RegistrationChangeController(
            RegistrationRepository registrations,
            WaitingList waitingList,
            EventRepository events,
            EventPartRepository parts,
            Programme programme,
            AgendaFeed feed,
            Contracts contracts,
            ReceiptCodes codes,
            ReceiptDoor door,
            Languages languages,
            Messages messages,
            Drawing drawing) {
        this.registrations = registrations;
        this.waitingList = waitingList;
        this.events = events;
        this.parts = parts;
        this.programme = programme;
        this.feed = feed;
        this.contracts = contracts;
        this.codes = codes;
        this.door = door;
        this.languages = languages;
        this.messages = messages;
        this.drawing = drawing;
    }

    @Get("/inscription")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String code) {
        return open(
                request,
                lang,
                code,
                FormBody.of(""),
                found -> page(HttpStatus.OK, lang, code, found, found.people(), chosen(found), null));
    }

    /** Other people, or other parts of the programme; 422 where there is not room for all, and the party keeps what it has. */
    @Post("/inscription")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resize(HttpRequest<?> request, String lang, String code, @Nullable @Body String body) {
        var form = new RegistrationForm(FormBody.of(body), true);
        return open(request, lang, code, form.body(), found -> {
            int people = form.people();
            HttpStatus wrong = HttpStatus.UNPROCESSABLE_ENTITY;
            if (people == 0) {
                return page(wrong, lang, code, found, found.people(), form.parts(), "event.error.people");
            }
            WaitingList.Resized resized = waitingList.resize(found, people, form.parts());
            return switch (resized) {
                case DONE -> HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + read(code)));
                case FULL, PART_FULL, PART_HOUR ->
                    page(wrong, lang, code, found, people, form.parts(), resized.message());
                case GONE -> throw new Conflict();
            };
        });
    }

    @Get("/agenda.ics")
    HttpResponse<?> calendar(HttpRequest<?> request, String lang, String code) {
        return open(
                request,
                lang,
                code,
                FormBody.of(""),
                found -> HttpResponse.ok(feed.ofRegistered(visit(lang, found), session(found)))
                        .contentType("text/calendar;charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    private HttpResponse<?> open(
            HttpRequest<?> request,
            String lang,
            String code,
            FormBody form,
            Function<Registration, HttpResponse<?>> show) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return door.open(
                request, language, code, form, read -> registrations.findByReceiptHash(codes.hash(read)), found -> {
                    if (found.isWithdrawn()) {
                        throw new NotFound();
                    }
                    return show.apply(found);
                });
    }

    private HttpResponse<?> page(
            HttpStatus status,
            String lang,
            String code,
            Registration found,
            int people,
            Set<Long> chosen,
            @Nullable String error) {
        Visit visit = visit(lang, found);
        EventSession session = session(found);
        var layout = new Layout(
                (error == null ? "" : messages.say(lang, "web.form.error") + " ")
                        + messages.say(lang, "event.change.title"),
                visit.language(),
                "/suivi/" + read(code) + "/inscription",
                "",
                visit.heading());
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw(
                        "event/change",
                        layout,
                        new ChangePage(
                                read(code),
                                found.people(),
                                session.isSensitive(),
                                RegistrationFormViews.sizes(people),
                                found.isConfirmed()
                                        ? RegistrationFormViews.parts(programme.of(lang, session), chosen, held(found))
                                        : List.of(),
                                error),
                        ""));
    }

    private Visit visit(String lang, Registration found) {
        Contract contract = contracts.find(found.contractId()).orElseThrow();
        return contracts.visit(lang, contract);
    }

    private Set<Long> held(Registration found) {
        return Set.copyOf(parts.findHeld(Objects.requireNonNull(found.id())));
    }

    /** What they hold and what they wait for. */
    private Set<Long> chosen(Registration found) {
        Set<Long> chosen = new HashSet<>(held(found));
        chosen.addAll(parts.findAwaited(Objects.requireNonNull(found.id())));
        return chosen;
    }

    private EventSession session(Registration found) {
        return events.findSession(found.eventSessionId()).orElseThrow();
    }

    private String read(String code) {
        return codes.read(code).orElseThrow();
    }

    /**
     * The form to change a registration.
     *
     * @param parts of the programme; none for who waits for a place at all
     * @param error message of what went wrong, or null
     */
    record ChangePage(
            String code,
            int people,
            boolean isSensitive,
            List<RegistrationFormView.Choice> sizes,
            List<RegistrationFormView.PartChoice> parts,
            @Nullable String error) {}
}
