package org.portevoix.event;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.event.SessionDeskPage.Entering;
import org.portevoix.language.Language;
import org.portevoix.participation.Channel;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;

/** The desk's agenda: each session, and who registered, by the site, by telephone or at the door. */
@Controller("/equipe/{contract}/agenda")
class SessionDeskController {

    private static final String SESSION = "/{slug:[a-z0-9-]+}/{day:[0-9]+-[0-9]+-[0-9]+}";

    private final Occasions occasions;
    private final Registrations registrations;
    private final RegistrationRepository repository;
    private final WaitingList waitingList;
    private final Presences presences;
    private final SessionDeskPages pages;
    private final ReceiptCodes codes;
    private final FormKeys formKeys;

    SessionDeskController(
            Occasions occasions,
            Registrations registrations,
            RegistrationRepository repository,
            WaitingList waitingList,
            Presences presences,
            SessionDeskPages pages,
            ReceiptCodes codes,
            FormKeys formKeys) {
        this.occasions = occasions;
        this.registrations = registrations;
        this.repository = repository;
        this.waitingList = waitingList;
        this.presences = presences;
        this.pages = pages;
        this.codes = codes;
        this.formKeys = formKeys;
    }

    @Get("{?page}")
    HttpResponse<?> list(Desk desk, String contract, @QueryValue(defaultValue = "1") int page) {
        return pages.list(desk, desk.contract(contract, Permission.HEAD_COUNT), Math.clamp(page, 1, 10_000));
    }

    @Get(SESSION + "{?fait,code}")
    HttpResponse<?> show(
            Desk desk,
            String contract,
            String slug,
            String day,
            @Nullable @QueryValue String fait,
            @Nullable @QueryValue String code) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        Occasion occasion = occasions.find(found, slug, day);
        return pages.show(desk, occasion, blank(occasion, code), Objects.requireNonNullElse(fait, ""));
    }

    /** Somebody who called, or who stands at the door. */
    @Post(SESSION + "/inscriptions")
    @Consumes(MediaType.ALL)
    HttpResponse<?> enter(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ENTER);
        Occasion occasion = occasions.find(found, slug, day);
        var form = new RegistrationForm(FormBody.of(body), occasion.session().isSensitive());
        String key = formKeys.of(form.body().get("key"));
        Channel channel = form.body().get("channel").equals("MEETING") ? Channel.MEETING : Channel.PHONE;
        String chosen = form.body().get("language");
        String language = found.languageCodes().contains(chosen) ? chosen : Language.SOURCE;
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            var entering = new Entering(form, key, channel.name(), language, null);
            return pages.show(desk, HttpStatus.UNPROCESSABLE_ENTITY, occasion, entering, "", errors);
        }
        try {
            String code = registrations.receive(
                    occasion, form, new Registrations.Sent(key, language, channel, desk.accountId()));
            return back(occasion, "inscription&code=" + code);
        } catch (PartPlaces.NotGiven e) {
            var entering = new Entering(form, key, channel.name(), language, null);
            Map<String, String> parts = Map.of("parts", e.why().message());
            return pages.show(desk, HttpStatus.UNPROCESSABLE_ENTITY, occasion, entering, "", parts);
        }
    }

    /** Other people of a party, as they asked. */
    @Post(SESSION + "/inscriptions/{id}/nombre")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resize(Desk desk, String contract, String slug, String day, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        Occasion occasion = occasions.find(found, slug, day);
        Registration registration = registration(occasion, id);
        int people = new RegistrationForm(FormBody.of(body), true).people();
        if (people == 0) {
            return wrong(desk, occasion, "event.error.people");
        }
        WaitingList.Resized resized = waitingList.resize(registration, people);
        return switch (resized) {
            case DONE -> back(occasion, "nombre");
            case FULL, PART_FULL, PART_HOUR -> wrong(desk, occasion, resized.message());
            case GONE -> throw new Conflict();
        };
    }

    @Post(SESSION + "/inscriptions/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> withdraw(Desk desk, String contract, String slug, String day, long id) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        Occasion occasion = occasions.find(found, slug, day);
        waitingList.leave(registration(occasion, id));
        return back(occasion, "retrait");
    }

    /** They were called: what was to be said is said. */
    @Post(SESSION + "/inscriptions/{id}/appel")
    @Consumes(MediaType.ALL)
    HttpResponse<?> called(Desk desk, String contract, String slug, String day, long id) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        Occasion occasion = occasions.find(found, slug, day);
        repository.call(Objects.requireNonNull(registration(occasion, id).id()), null);
        return back(occasion, "appel");
    }

    /** Who came, of those registered. */
    @Post(SESSION + "/presences")
    @Consumes(MediaType.ALL)
    HttpResponse<?> mark(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        Occasion occasion = occasions.find(found, slug, day);
        presences.mark(
                occasion,
                FormBody.of(body).all("came").stream()
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()));
        return back(occasion, "presences");
    }

    private HttpResponse<?> wrong(Desk desk, Occasion occasion, String message) {
        return pages.show(
                desk,
                HttpStatus.UNPROCESSABLE_ENTITY,
                occasion,
                blank(occasion, null),
                "",
                Map.of("registrations", message));
    }

    private Entering blank(Occasion occasion, @Nullable String code) {
        return new Entering(
                RegistrationForm.blank(occasion.session().isSensitive()),
                formKeys.next(),
                Channel.PHONE.name(),
                Language.SOURCE,
                code == null ? null : codes.read(code).orElse(null));
    }

    private Registration registration(Occasion occasion, long id) {
        return repository
                .findById(id)
                .filter(one -> one.eventSessionId() == occasion.sessionId())
                .orElseThrow(NotFound::new);
    }

    private static HttpResponse<?> back(Occasion occasion, String done) {
        return HttpResponse.seeOther(URI.create(
                "/equipe/" + occasion.contract().slug() + occasion.session().path() + "?fait=" + done));
    }
}
