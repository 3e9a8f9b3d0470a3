package org.portevoix.committee;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Partner;
import org.portevoix.contract.Territory;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;

/** The desk's pages of bodies. */
@Singleton
class BodyDeskPages {

    private final BodyRepository bodies;
    private final MeetingRepository meetings;
    private final Territory territory;
    private final Texts texts;
    private final PlainTexts plainTexts;
    private final Calendar calendar;
    private final DeskPages pages;
    private final Clock clock;

    BodyDeskPages(
            BodyRepository bodies,
            MeetingRepository meetings,
            Territory territory,
            Texts texts,
            PlainTexts plainTexts,
            Calendar calendar,
            DeskPages pages,
            Clock clock) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.territory = territory;
        this.texts = texts;
        this.plainTexts = plainTexts;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    HttpResponse<?> list(
            Desk desk,
            Contract contract,
            HttpStatus status,
            BodyForm form,
            PlainCheck plain,
            Map<String, String> errors) {
        List<Body> found = bodies.findOf(contract.id());
        List<Long> ids = found.stream().map(Body::id).toList();
        TextsRead read = texts.read(Language.SOURCE, found.stream().flatMap(Body::texts));
        List<Seat> seats = ids.isEmpty() ? List.of() : bodies.findSeats(ids);
        List<BodyMeeting> all = ids.isEmpty() ? List.of() : meetings.findOf(ids);
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        List<Row> rows = found.stream()
                .map(body -> new Row(
                        body.slug(),
                        body.kind().name(),
                        read.get(body.nameText()).body(),
                        seats.stream()
                                .filter(seat -> seat.bodyId() == body.id() && seat.isKept())
                                .count(),
                        seats.stream()
                                .filter(seat -> seat.bodyId() == body.id()
                                        && seat.isKept()
                                        && seat.holder().isResidents())
                                .count(),
                        all.stream()
                                .filter(meeting -> meeting.bodyId() == body.id()
                                        && !meeting.isCancelled()
                                        && !meeting.day().isBefore(today))
                                .map(BodyMeeting::day)
                                .min(LocalDate::compareTo)
                                .map(day -> new Day(day.toString(), calendar.day(Language.SOURCE, day)))
                                .orElse(null)))
                .toList();
        return pages.show(
                desk,
                contract,
                status,
                "committee/desk_bodies",
                "committee.desk.bodies.title",
                "bodies",
                new ListPage(
                        contract.slug(),
                        rows,
                        options(BodyKind.values(), form.kind().orElse(null)),
                        form.name(),
                        form.does(),
                        plain,
                        errors));
    }

    HttpResponse<?> show(
            Desk desk,
            Contract contract,
            Body body,
            HttpStatus status,
            MeetingForm meeting,
            BodyForm seat,
            Map<String, String> errors) {
        List<Seat> seats = bodies.findSeats(List.of(body.id()));
        List<Partner> partners = territory.partnersOf(contract.id());
        TextsRead read = texts.read(
                Language.SOURCE,
                java.util.stream.Stream.concat(body.texts(), seats.stream().map(Seat::labelText)));
        return pages.show(
                desk,
                contract,
                status,
                "committee/desk_body",
                "committee.desk.body.title",
                "bodies",
                new ShowPage(
                        contract.slug(),
                        body.slug(),
                        body.kind().name(),
                        read.get(body.nameText()).body(),
                        read.get(body.doesText()).body(),
                        seats.stream()
                                .filter(Seat::isKept)
                                .map(one -> new SeatRow(
                                        one.id(),
                                        read.get(one.labelText()).body(),
                                        one.holder().name(),
                                        one.holder().isResidents(),
                                        one.holder() == Holder.PARTNER
                                                ? options(
                                                        partners,
                                                        partner -> Objects.equals(partner.id(), one.partnerId()))
                                                : List.of()))
                                .toList(),
                        meetings.findOf(List.of(body.id())).stream()
                                .map(one -> new MeetingRow(
                                        one.day().toString(),
                                        calendar.day(Language.SOURCE, one.day()),
                                        one.place(),
                                        one.state().name()))
                                .toList(),
                        options(Holder.values(), seat.holder().orElse(null)),
                        seat.label(),
                        options(partners, partner -> partner.slug().equals(seat.partner())),
                        plainTexts.reasons(contract, body.about()),
                        meeting.typedDay(),
                        meeting.typedHour(),
                        meeting.place(),
                        errors));
    }

    private static List<PartnerOption> options(List<Partner> partners, Predicate<Partner> isChosen) {
        return partners.stream()
                .map(one -> new PartnerOption(one.slug(), one.name(), isChosen.test(one)))
                .toList();
    }

    static List<Option> options(Enum<?>[] all, @Nullable Enum<?> chosen) {
        return Arrays.stream(all)
                .map(one -> new Option(one.name(), one == chosen))
                .toList();
    }

    record Option(String value, boolean isChosen) {}

    record PartnerOption(String value, String name, boolean isChosen) {}

    /** A day as an address names it, and in words. */
    record Day(String key, String words) {}

    /** @param next null while no meeting is set */
    record Row(
            String slug,
            String kind,
            String name,
            long seats,
            long residents,
            @Nullable Day next) {}

    /** The bodies of a contract, and the form to set up another. */
    record ListPage(
            String contract,
            List<Row> rows,
            List<Option> kinds,
            String name,
            String does,
            PlainCheck plain,
            Map<String, String> errors) {

        boolean isEmpty() {
            return rows.isEmpty();
        }

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /** @param partners to choose whose it is from; none where it is no partner's */
    record SeatRow(long id, String label, String holder, boolean isResidents, List<PartnerOption> partners) {}

    record MeetingRow(String day, String words, String place, String state) {}

    /**
     * A body: its seats, its meetings, and the forms to add to them.
     *
     * @param hardFor why its words are shown although they are hard to read, the last first
     */
    record ShowPage(
            String contract,
            String slug,
            String kind,
            String name,
            String does,
            List<SeatRow> seats,
            List<MeetingRow> meetings,
            List<Option> holders,
            String label,
            List<PartnerOption> partners,
            List<String> hardFor,
            String day,
            String hour,
            String place,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        String address() {
            return "/equipe/" + contract + "/instances/" + slug;
        }
    }
}
