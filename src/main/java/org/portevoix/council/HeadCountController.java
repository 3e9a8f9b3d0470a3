package org.portevoix.council;

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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Territory;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A council counts who came, tonight or at an earlier meeting. */
@Controller("/equipe/{contract}/conseils/{slug}/comptage")
class HeadCountController {

    private static final Logger LOG = LoggerFactory.getLogger(HeadCountController.class);

    private final CouncilDoor door;
    private final CouncilRepository councils;
    private final CouncilMeetingRepository meetings;
    private final HeadCounts headCounts;
    private final Territory territory;
    private final Messages messages;
    private final DeskPages pages;
    private final Clock clock;

    HeadCountController(
            CouncilDoor door,
            CouncilRepository councils,
            CouncilMeetingRepository meetings,
            HeadCounts headCounts,
            Territory territory,
            Messages messages,
            DeskPages pages,
            Clock clock) {
        this.door = door;
        this.councils = councils;
        this.meetings = meetings;
        this.headCounts = headCounts;
        this.territory = territory;
        this.messages = messages;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param reunion id of the meeting; without it, today's */
    @Get("{?reunion}")
    HttpResponse<?> ask(Desk desk, String contract, String slug, @Nullable @QueryValue Long reunion) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        long council = entered.council().key();
        Optional<CouncilMeeting> meeting = reunion == null
                ? meetings.find(council, now(entered.contract()).toLocalDate())
                : Optional.of(meetings.find(council, reunion).orElseThrow(NotFound::new));
        return show(desk, entered, HttpStatus.OK, typed(entered, meeting), Map.of(), "");
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> count(Desk desk, String contract, String slug, @Nullable @Body String body) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        HeadCountForm form = new HeadCountForm(FormBody.of(body));
        List<String> homes = homes(entered).stream().map(Home::slug).toList();
        LocalDate today = now(entered.contract()).toLocalDate();
        Map<String, String> errors = form.errors(homes, today);
        if (!errors.isEmpty()) {
            return show(desk, entered, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, "");
        }
        if (!headCounts.count(entered.contract(), entered.council(), form, homes, place(entered))) {
            Optional<CouncilMeeting> counted =
                    meetings.find(entered.council().key(), Objects.requireNonNull(form.day()));
            return show(
                    desk,
                    entered,
                    HttpStatus.CONFLICT,
                    typed(entered, counted),
                    Map.of(),
                    "council.desk.heads.overtaken");
        }
        LOG.info(
                "Account {} counted heads for council {}",
                desk.accountId(),
                entered.council().key());
        return HttpResponse.seeOther(URI.create(entered.address() + "?fait=comptage"));
    }

    private HttpResponse<?> show(
            Desk desk,
            CouncilDoor.Entered entered,
            HttpStatus status,
            HeadCountForm form,
            Map<String, String> errors,
            String notice) {
        Set<String> own = ownSlugs(entered);
        List<Field> fields = homes(entered).stream()
                .map(home -> new Field(
                        home.slug(),
                        home.name(),
                        form.typed(home.slug()),
                        errors.get("home-" + home.slug()),
                        own.contains(home.slug())))
                .toList();
        var page = new HeadCountPage(
                entered.address(),
                entered.name(),
                fields.stream().filter(Field::isOwn).toList(),
                fields.stream().filter(field -> !field.isOwn()).toList(),
                form,
                form.body().get("day"),
                now(entered.contract()).toLocalDate().toString(),
                errors,
                notice);
        return pages.show(
                desk, entered.contract(), status, "council/heads", "council.desk.heads.title", "council", page);
    }

    private HeadCountForm typed(CouncilDoor.Entered entered, Optional<CouncilMeeting> meeting) {
        Map<String, List<String>> values = new HashMap<>();
        LocalDateTime now = now(entered.contract());
        values.put(
                "day",
                List.of(meeting.map(CouncilMeeting::heldOn)
                        .orElse(now.toLocalDate())
                        .toString()));
        values.put("from", List.of(meeting.map(CouncilMeeting::heldFrom).orElse("%02d:00".formatted(now.getHour()))));
        meeting.ifPresent(one -> {
            values.put("place", List.of(one.place()));
            values.put("kind", List.of(one.kind().name()));
            values.put("child_care", List.of(one.hasChildCare() ? "yes" : ""));
            values.put("interpreter", List.of(one.hasInterpreter() ? "yes" : ""));
            values.put("revision", List.of(String.valueOf(one.revision())));
            meetings.findHeads(one.id())
                    .forEach(head -> values.put("home-" + head.home(), List.of(String.valueOf(head.count()))));
        });
        return new HeadCountForm(new FormBody(values));
    }

    /** The council's own first, then the others of the town, another town, not known. */
    private List<Home> homes(CouncilDoor.Entered entered) {
        Set<String> own = ownSlugs(entered);
        List<Home> homes = new ArrayList<>();
        for (boolean isOwn : List.of(true, false)) {
            territory.neighbourhoods(entered.contract().id(), Language.SOURCE).stream()
                    .filter(one -> own.contains(one.slug()) == isOwn)
                    .forEach(one -> homes.add(new Home(one.slug(), one.name().body())));
        }
        for (String home : List.of(Neighbourhood.OTHER_TOWN, Neighbourhood.UNKNOWN)) {
            homes.add(new Home(home, messages.say(Language.SOURCE, "consultation.home." + home)));
        }
        return homes;
    }

    private Set<String> ownSlugs(CouncilDoor.Entered entered) {
        Set<Long> ids =
                new HashSet<>(councils.findNeighbourhoods(entered.council().key()));
        Set<String> slugs = new HashSet<>();
        territory.neighbourhoods(entered.contract().id(), Language.SOURCE).stream()
                .filter(one -> ids.contains(one.row().id()))
                .forEach(one -> slugs.add(one.slug()));
        return slugs;
    }

    /** Where it was held: known when the council is of one neighbourhood alone. */
    private @Nullable String place(CouncilDoor.Entered entered) {
        Set<String> own = ownSlugs(entered);
        return own.size() == 1 ? own.iterator().next() : null;
    }

    private LocalDateTime now(Contract contract) {
        return LocalDateTime.now(clock.withZone(contract.zoneId()));
    }

    record Home(String slug, String name) {}

    /** @param error message key, or null */
    record Field(
            String slug,
            String name,
            String value,
            @Nullable String error,
            boolean isOwn) {}

    /** @param notice message key of what went wrong with the whole form, or "" */
    record HeadCountPage(
            String address,
            String name,
            List<Field> own,
            List<Field> others,
            HeadCountForm form,
            String day,
            String today,
            Map<String, String> errors,
            String notice) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        boolean hasNotice() {
            return !notice.isEmpty();
        }

        boolean isWorking() {
            return form.kind() == MeetingKind.WORKING;
        }
    }
}
