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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Territory;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;

/** Heads counted by neighbourhood, on a phone, in a minute. */
@Controller("/equipe/{contract}/agenda/{slug:[a-z0-9-]+}/{day:[0-9]+-[0-9]+-[0-9]+}/comptage")
class HeadCountController {

    private final Occasions occasions;
    private final HeadCounts headCounts;
    private final Territory territory;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final FormKeys formKeys;
    private final DeskPages pages;
    private final Clock clock;

    HeadCountController(
            Occasions occasions,
            HeadCounts headCounts,
            Territory territory,
            Texts texts,
            Calendar calendar,
            Messages messages,
            FormKeys formKeys,
            DeskPages pages,
            Clock clock) {
        this.occasions = occasions;
        this.headCounts = headCounts;
        this.territory = territory;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.formKeys = formKeys;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> show(Desk desk, String contract, String slug, String day, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.HEAD_COUNT);
        Occasion occasion = occasions.find(found, slug, day);
        return page(desk, HttpStatus.OK, occasion, null, formKeys.next(), Map.of(), fait != null);
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> count(Desk desk, String contract, String slug, String day, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.HEAD_COUNT);
        Occasion occasion = occasions.find(found, slug, day);
        var form = new HeadCountForm(FormBody.of(body));
        String key = formKeys.of(form.body().get("key"));
        List<String> homes = homes(found).map(Home::slug).toList();
        Map<String, String> errors = form.errors(homes);
        if (!errors.isEmpty()) {
            return page(desk, HttpStatus.UNPROCESSABLE_ENTITY, occasion, form, key, errors, false);
        }
        headCounts.count(found, occasion.sessionId(), form.heads(homes), key, desk.accountId());
        return HttpResponse.seeOther(
                URI.create("/equipe/" + found.slug() + occasion.session().path() + "/comptage?fait=comptage"));
    }

    private HttpResponse<?> page(
            Desk desk,
            HttpStatus status,
            Occasion occasion,
            @Nullable HeadCountForm typed,
            String key,
            Map<String, String> errors,
            boolean isDone) {
        EventSession session = occasion.session();
        Contract contract = occasion.contract();
        Optional<HeadCounts.Heads> counted = headCounts.find(session.sessionId());
        boolean hasChildCare = typed != null
                ? typed.hasChildCare()
                : counted.map(HeadCounts.Heads::hasChildCare).orElse(session.hasChildCare());
        boolean hasInterpreter = typed != null
                ? typed.hasInterpreter()
                : counted.map(HeadCounts.Heads::hasInterpreter).orElse(false);
        var page = new HeadCountPage(
                contract.slug(),
                session.path(),
                texts.read(Language.SOURCE, session.titleText())
                        .get(session.titleText())
                        .body(),
                calendar.day(Language.SOURCE, session.day()),
                calendar.hours(Language.SOURCE, session.startsAt(), session.endsAt(), contract.zoneId()),
                key,
                homes(contract)
                        .map(home -> home.with(
                                typed != null
                                        ? typed.typed(home.slug())
                                        : counted.map(heads -> value(heads, home.slug()))
                                                .orElse(""),
                                errors.get(HeadCountForm.field(home.slug()))))
                        .toList(),
                hasChildCare,
                hasInterpreter,
                counted.map(HeadCounts.Heads::total).orElse(0),
                counted.isPresent(),
                session.isOn() && !session.startsAt().isAfter(clock.instant()),
                isDone,
                errors);
        return pages.show(desk, contract, status, "event/head_count", "event.desk.heads.title", "agenda", page);
    }

    private Stream<Home> homes(Contract contract) {
        return Stream.concat(
                territory.neighbourhoods(contract.id(), Language.SOURCE).stream()
                        .map(one -> new Home(one.slug(), one.name().body(), "", null)),
                Stream.of(Neighbourhood.OTHER_TOWN, Neighbourhood.UNKNOWN)
                        .map(slug ->
                                new Home(slug, messages.say(Language.SOURCE, "event.desk.heads." + slug), "", null)));
    }

    private static String value(HeadCounts.Heads heads, String home) {
        return heads.people().containsKey(home) ? String.valueOf(heads.people().get(home)) : "0";
    }

    /**
     * A neighbourhood and its number.
     *
     * @param error message key, or null
     */
    record Home(
            String slug,
            String name,
            String value,
            @Nullable String error) {

        Home with(String typed, @Nullable String wrong) {
            return new Home(slug, name, typed, wrong);
        }
    }

    /**
     * The form.
     *
     * @param total of the count that stands, if any
     * @param isCountable whether the session has begun and was not called off
     */
    record HeadCountPage(
            String contract,
            String path,
            String title,
            String date,
            String hours,
            String formKey,
            List<Home> homes,
            boolean hasChildCare,
            boolean hasInterpreter,
            int total,
            boolean isCounted,
            boolean isCountable,
            boolean isDone,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
