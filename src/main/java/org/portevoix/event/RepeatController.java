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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;

/** The team says in plain words how an event comes back, sees the days that it gives, and keeps them. */
@Controller("/equipe/{contract}/agenda/{slug:[a-z0-9-]+}/repetition")
class RepeatController {

    private final EventRepository events;
    private final Repeats repeats;
    private final RepeatWords words;
    private final Texts texts;
    private final Calendar calendar;
    private final DeskPages pages;
    private final Clock clock;

    RepeatController(
            EventRepository events,
            Repeats repeats,
            RepeatWords words,
            Texts texts,
            Calendar calendar,
            DeskPages pages,
            Clock clock) {
        this.events = events;
        this.repeats = repeats;
        this.words = words;
        this.texts = texts;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("{?fait}")
    HttpResponse<?> show(Desk desk, String contract, String slug, @QueryValue(defaultValue = "") String fait) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        EventSession last = last(found, slug);
        RepeatForm form = present(found, last);
        RepeatPlan plan = last.repeat() == null || !form.errors().isEmpty() ? null : repeats.plan(found, slug, form);
        return page(desk, HttpStatus.OK, found, last, form, Map.of(), plan, !fait.isEmpty());
    }

    /** With {@code then=keep} the days are kept; without, they are shown. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> repeat(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        EventSession last = last(found, slug);
        var form = new RepeatForm(FormBody.of(body));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return page(desk, HttpStatus.UNPROCESSABLE_ENTITY, found, last, form, errors, null, false);
        }
        if (!form.body().get("then").equals("keep")) {
            return page(desk, HttpStatus.OK, found, last, form, errors, repeats.plan(found, slug, form), false);
        }
        repeats.apply(found, slug, form);
        return HttpResponse.seeOther(
                URI.create("/equipe/" + found.slug() + "/agenda/" + slug + "/repetition?fait=oui"));
    }

    private EventSession last(Contract contract, String slug) {
        List<EventSession> all = events.findSessionsForPreview(contract.id(), slug);
        if (all.isEmpty()) {
            throw new NotFound();
        }
        return all.getLast();
    }

    /** The rule as it is; where there is none, the weekday and the hours of the last session. */
    private RepeatForm present(Contract contract, EventSession last) {
        Map<String, List<String>> values = new HashMap<>();
        Repeat repeat = last.repeat();
        if (repeat == null) {
            values.put("days", List.of(last.day().getDayOfWeek().name()));
            values.put("starts", List.of(last.day().toString()));
            values.put("from", List.of(hour(contract, last.startsAt())));
            values.put("until", List.of(hour(contract, last.endsAt())));
            values.put("places", List.of(last.places() == null ? "" : String.valueOf(last.places())));
        } else {
            values.put("every", List.of(repeat.every().name()));
            values.put("nth", List.of(String.valueOf(repeat.nth())));
            values.put("days", repeat.weekdays().stream().map(DayOfWeek::name).toList());
            values.put("starts", List.of(repeat.starts().toString()));
            values.put("ends", List.of(repeat.until().toString()));
            values.put(
                    "except",
                    List.of(String.join(
                            "\n",
                            repeat.except().stream().map(LocalDate::toString).toList())));
            values.put("from", List.of(last.repeatFrom() == null ? "" : last.repeatFrom()));
            values.put("until", List.of(last.repeatUntil() == null ? "" : last.repeatUntil()));
            values.put("places", List.of(last.repeatPlaces() == null ? "" : String.valueOf(last.repeatPlaces())));
        }
        return new RepeatForm(new FormBody(values));
    }

    private static String hour(Contract contract, java.time.Instant at) {
        return at.atZone(contract.zoneId()).toLocalTime().toString();
    }

    private HttpResponse<?> page(
            Desk desk,
            HttpStatus status,
            Contract contract,
            EventSession event,
            RepeatForm form,
            Map<String, String> errors,
            @Nullable RepeatPlan plan,
            boolean isDone) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        var page = new RepeatPage(
                contract.slug(),
                event.slug(),
                texts.read(Language.SOURCE, event.titleText())
                        .get(event.titleText())
                        .body(),
                form,
                Stream.of("WEEK", "FORTNIGHT", "MONTH")
                        .map(one -> new Choice(one, one, one.equals(form.every())))
                        .toList(),
                Stream.of("1", "2", "3", "4", "-1")
                        .map(one -> new Choice(one, one.equals("-1") ? "last" : one, one.equals(form.nth())))
                        .toList(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(
                                day.name(),
                                calendar.weekday(Language.SOURCE, day),
                                form.days().contains(day)))
                        .toList(),
                plan == null ? "" : words.of(Language.SOURCE, form.repeat(), today),
                plan == null ? null : told(plan),
                isDone,
                errors);
        return pages.show(desk, contract, status, "event/repeat", "event.desk.repeat.title", "agenda", page);
    }

    private Told told(RepeatPlan plan) {
        return new Told(
                plan.added().stream().map(this::day).toList(),
                days(plan.changed()),
                days(plan.removed()),
                days(plan.kept()),
                days(plan.alike()),
                plan.isNothing());
    }

    private List<String> days(List<EventSession> sessions) {
        return sessions.stream().map(session -> day(session.day())).toList();
    }

    private String day(LocalDate day) {
        return calendar.day(Language.SOURCE, day);
    }

    /** One of several to choose from. */
    record Choice(String value, String label, boolean isChosen) {}

    /** A plan, its days in words. */
    record Told(
            List<String> added,
            List<String> changed,
            List<String> removed,
            List<String> kept,
            List<String> alike,
            boolean isNothing) {}

    /**
     * The form of a rule.
     *
     * @param said the rule in words; "" while there is none
     * @param plan what it does to the sessions; null while there is none
     */
    record RepeatPage(
            String contract,
            String slug,
            String title,
            RepeatForm form,
            List<Choice> rhythms,
            List<Choice> nths,
            List<Choice> weekdays,
            String said,
            @Nullable Told plan,
            boolean isDone,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
