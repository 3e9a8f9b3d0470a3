package org.portevoix.committee;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.contract.OpenData;
import org.portevoix.followup.FollowupDecision;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.FormKeys;

/** The desk's pages of one meeting. */
@Singleton
class MeetingDeskPages {

    private final BodyRepository bodies;
    private final MeetingRepository meetings;
    private final AgendaProposals proposals;
    private final Texts texts;
    private final Calendar calendar;
    private final OpenData openData;
    private final DeskPages pages;
    private final FormKeys formKeys;
    private final Clock clock;

    MeetingDeskPages(
            BodyRepository bodies,
            MeetingRepository meetings,
            AgendaProposals proposals,
            Texts texts,
            Calendar calendar,
            OpenData openData,
            DeskPages pages,
            FormKeys formKeys,
            Clock clock) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.proposals = proposals;
        this.texts = texts;
        this.calendar = calendar;
        this.openData = openData;
        this.pages = pages;
        this.formKeys = formKeys;
        this.clock = clock;
    }

    HttpResponse<?> show(
            Desk desk, MeetingDeskController.Place place, HttpStatus status, MeetingDeskController.Typed typed) {
        return draw(desk, place, status, "committee/desk_meeting", typed);
    }

    HttpResponse<?> print(Desk desk, MeetingDeskController.Place place) {
        return draw(desk, place, HttpStatus.OK, "committee/desk_agenda", MeetingDeskController.Typed.done(""));
    }

    List<AgendaProposals.Proposal> proposals(MeetingDeskController.Place place) {
        return proposals.of(place.contract(), items(place));
    }

    boolean hasItem(MeetingDeskController.Place place, long itemId) {
        return items(place).stream().anyMatch(item -> item.id() == itemId);
    }

    boolean takesMinutes(MeetingDeskController.Place place) {
        return place.meeting().takesMinutesOn(today(place));
    }

    LocalDate today(MeetingDeskController.Place place) {
        return LocalDate.now(clock.withZone(place.contract().zoneId()));
    }

    private HttpResponse<?> draw(
            Desk desk,
            MeetingDeskController.Place place,
            HttpStatus status,
            String template,
            MeetingDeskController.Typed typed) {
        Body body = place.body();
        BodyMeeting meeting = place.meeting();
        List<Seat> all = bodies.findSeats(List.of(body.id()));
        TextsRead read = texts.read(
                Language.SOURCE, Stream.concat(body.texts(), all.stream().map(Seat::labelText)));
        Set<Long> occupied = meetings.findAttendance(List.of(meeting.id())).stream()
                .filter(Attendance::isOccupied)
                .map(Attendance::seatId)
                .collect(Collectors.toSet());
        LocalTime hour = meeting.startsAt().atZone(place.contract().zoneId()).toLocalTime();
        MeetingForm form = typed.meeting();
        List<AgendaItem> items = items(place);
        Map<Long, CommitteeDecision> decisions = items.isEmpty()
                ? Map.of()
                : meetings.findDecisions(items.stream().map(AgendaItem::id).toList()).stream()
                        .collect(Collectors.toMap(
                                CommitteeDecision::agendaItemId, Function.identity(), (before, later) -> later));
        return pages.show(
                desk,
                place.contract(),
                status,
                template,
                "committee.desk.meeting.title",
                "bodies",
                new MeetingPage(
                        place.contract().slug(),
                        place.address(),
                        "/equipe/" + place.contract().slug() + "/instances/" + body.slug(),
                        read.get(body.nameText()).body(),
                        calendar.fullDay(Language.SOURCE, meeting.day()),
                        calendar.hour(
                                Language.SOURCE,
                                meeting.startsAt(),
                                place.contract().zoneId()),
                        meeting.place(),
                        meeting.state().name(),
                        meeting.state() == MeetingState.PLANNED,
                        meeting.isCancelled(),
                        takesMinutes(place),
                        items.stream()
                                .map(item -> item(item, decisions.get(item.id()), typed))
                                .toList(),
                        proposals.of(place.contract(), items).stream()
                                .map(this::choice)
                                .toList(),
                        all.stream()
                                .filter(seat -> seat.isKept() || occupied.contains(seat.id()))
                                .map(seat -> new SeatTick(
                                        seat.id(),
                                        read.get(seat.labelText()).body(),
                                        seat.holder().name(),
                                        seat.holder().isResidents(),
                                        occupied.contains(seat.id())))
                                .toList(),
                        meeting.hasChildCare(),
                        meeting.hasInterpreter(),
                        form == null ? hour.toString() : form.typedHour(),
                        form == null ? meeting.place() : form.place(),
                        typed.item().title(),
                        typed.item().words(),
                        typed.item().isFromTeam(),
                        formKeys.of(typed.item().key()),
                        openData.url("/fr/" + place.contract().slug() + "/participation"),
                        typed.itemId() == 0 ? typed.errors() : Map.of(),
                        typed.itemId() != 0,
                        typed.done()));
    }

    private ItemView item(AgendaItem item, @Nullable CommitteeDecision decision, MeetingDeskController.Typed typed) {
        boolean isTyped = typed.itemId() == item.id();
        FollowupDecision chosen =
                isTyped ? typed.decision().decision().orElse(null) : decision == null ? null : decision.decision();
        return new ItemView(
                item.id(),
                item.title(),
                item.words(),
                item.language(),
                item.isFromResidents(),
                decision == null ? null : decision.decision().name(),
                isTyped ? typed.decision().reason() : decision == null ? "" : decision.reason(),
                BodyDeskPages.options(FollowupDecision.values(), chosen),
                isTyped ? typed.decision().next() : "",
                isTyped ? typed.decision().nextDay() : "",
                isTyped ? typed.errors() : Map.of());
    }

    private Choice choice(AgendaProposals.Proposal one) {
        return new Choice(
                one.key(),
                one.title(),
                one.words(),
                one.language(),
                one.due() == null ? null : calendar.day(Language.SOURCE, one.due()),
                one.isLate());
    }

    private List<AgendaItem> items(MeetingDeskController.Place place) {
        return meetings.findItems(List.of(place.meeting().id()));
    }

    /**
     * An item of the agenda, and what is decided about it.
     *
     * @param decision that stands; null while none does
     * @param reason typed, or that stands
     */
    record ItemView(
            long id,
            String title,
            @Nullable String words,
            String lang,
            boolean isFromResidents,
            @Nullable String decision,
            String reason,
            List<BodyDeskPages.Option> decisions,
            String next,
            String nextDay,
            Map<String, String> errors) {}

    record Choice(
            String key,
            String title,
            @Nullable String words,
            String lang,
            @Nullable String due,
            boolean isLate) {}

    record SeatTick(long id, String label, String holder, boolean isResidents, boolean isOccupied) {}

    /**
     * One meeting.
     *
     * @param takesMinutes from its day on
     * @param figures the whole address of the figures of participation
     * @param errors message keys by field, but for those of a decision
     */
    record MeetingPage(
            String contract,
            String address,
            String bodyAddress,
            String body,
            String day,
            String starts,
            String place,
            String state,
            boolean isPlanned,
            boolean isCancelled,
            boolean takesMinutes,
            List<ItemView> items,
            List<Choice> proposals,
            List<SeatTick> seats,
            boolean hasChildCare,
            boolean hasInterpreter,
            String hour,
            String typedPlace,
            String title,
            String words,
            boolean isFromTeam,
            String key,
            String figures,
            Map<String, String> errors,
            boolean hasDecisionErrors,
            String done) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        boolean isDecidable() {
            return takesMinutes;
        }
    }
}
