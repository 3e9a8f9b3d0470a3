package org.portevoix.council;

import com.ibm.icu.text.NumberFormat;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Territory;
import org.portevoix.distress.DistressLooks;
import org.portevoix.distress.Help;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.participation.Figures;
import org.portevoix.participation.PublishedFigures;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.Said;

/** Decides what a council's own page shows. */
@Singleton
class MyCouncilPages {

    private static final int ASKED = 5;
    private static final int REMARKS = 40;
    private static final int MEETINGS = 10;

    private final CouncilRepository councils;
    private final CouncilMeetingRepository meetings;
    private final CouncilRemarkRepository remarks;
    private final FormalOpinionRepository opinions;
    private final CouncilProposalRepository proposals;
    private final Outcomes outcomes;
    private final PublishedFigures figures;
    private final Territory territory;
    private final Accounts accounts;
    private final DistressLooks distress;
    private final Calendar calendar;
    private final Clock clock;

    MyCouncilPages(
            CouncilRepository councils,
            CouncilMeetingRepository meetings,
            CouncilRemarkRepository remarks,
            FormalOpinionRepository opinions,
            CouncilProposalRepository proposals,
            Outcomes outcomes,
            PublishedFigures figures,
            Territory territory,
            Accounts accounts,
            DistressLooks distress,
            Calendar calendar,
            Clock clock) {
        this.councils = councils;
        this.meetings = meetings;
        this.remarks = remarks;
        this.opinions = opinions;
        this.proposals = proposals;
        this.outcomes = outcomes;
        this.figures = figures;
        this.territory = territory;
        this.accounts = accounts;
        this.distress = distress;
        this.calendar = calendar;
        this.clock = clock;
    }

    MyCouncilPage page(CouncilDoor.Entered entered, String done) {
        Council council = entered.council();
        Contract contract = entered.contract();
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        List<CouncilMeeting> past = meetings.findPast(council.key(), today, MEETINGS);
        List<CouncilRemark> said = remarks.findLatest(council.key(), REMARKS);
        List<CouncilProposal> proposed = proposals.findLatest(council.key(), ASKED);
        Figures published = figures.of(contract.id());
        return new MyCouncilPage(
                entered.address(),
                contract.slug(),
                council.slug(),
                entered.name(),
                opinions.findLatest(council.key(), ASKED).stream()
                        .map(opinion -> asked(opinion, today))
                        .toList(),
                said.stream()
                        .filter(one -> one.heldOn().equals(said.getFirst().heldOn()))
                        .map(one -> new MyCouncilPage.Said(one.body(), one.language(), one.state(), one.passedTo()))
                        .toList(),
                past.isEmpty() ? null : day(past.getFirst().heldOn()),
                meetings.findComing(List.of(council.key()), today.plusDays(1)).stream()
                        .findFirst()
                        .map(one ->
                                new MyCouncilPage.Coming(day(one.heldOn()), one.heldFrom(), one.place(), one.isShown()))
                        .orElse(null),
                meetings(past),
                proposed.stream()
                        .map(one -> new MyCouncilPage.Proposed(
                                one.kind().name(),
                                one.title(),
                                one.state(),
                                one.answer(),
                                outcomes.of(Said.Kind.PROPOSAL, one.id(), Language.SOURCE)))
                        .toList(),
                figures(contract, council, published),
                day(published.asOf().atZone(contract.zoneId()).toLocalDate()),
                members(council),
                done,
                done.equals("proposition") ? helpAfter(proposed) : null);
    }

    MyCouncilPage.Asked asked(FormalOpinion opinion, LocalDate today) {
        List<Outcomes.Outcome> came = outcomes.of(Said.Kind.FORMAL_OPINION, opinion.id(), Language.SOURCE);
        return new MyCouncilPage.Asked(
                opinion.id(),
                opinion.title(),
                opinion.aboutTitle(),
                day(opinion.sentOn()),
                calendar.fullDay(Language.SOURCE, opinion.answerBy()),
                came.stream().noneMatch(Outcomes.Outcome::isAnswer) && today.isAfter(opinion.answerBy()),
                came);
    }

    /** @param proposed latest first */
    private @Nullable Help helpAfter(List<CouncilProposal> proposed) {
        return proposed.stream()
                .findFirst()
                .map(CouncilProposal::words)
                .map(distress::help)
                .orElse(null);
    }

    private List<MyCouncilPage.Meeting> meetings(List<CouncilMeeting> past) {
        Map<Long, Long> heads = past.isEmpty()
                ? Map.of()
                : meetings.sumHeads(past.stream().map(CouncilMeeting::id).toList()).stream()
                        .collect(Collectors.toMap(MeetingHeads::meetingId, MeetingHeads::heads));
        return past.stream()
                .map(one -> new MyCouncilPage.Meeting(one.id(), day(one.heldOn()), heads.get(one.id())))
                .toList();
    }

    private List<MyCouncilPage.Figure> figures(Contract contract, Council council, Figures published) {
        Set<Long> own = new HashSet<>(councils.findNeighbourhoods(council.key()));
        return territory.neighbourhoods(contract.id(), Language.SOURCE).stream()
                .filter(one -> own.contains(one.row().id()))
                .map(one -> new MyCouncilPage.Figure(
                        one.name().body(),
                        number(published.byNeighbourhood().get(one.slug())),
                        rate(published.rates().get(one.slug()))))
                .toList();
    }

    private List<String> members(Council council) {
        List<Long> ids = councils.findMembers(council.key());
        Map<Long, String> names = accounts.names(ids);
        return ids.stream().map(id -> names.getOrDefault(id, "")).toList();
    }

    private String day(LocalDate day) {
        return calendar.day(Language.SOURCE, day);
    }

    private static @Nullable String number(@Nullable Long value) {
        return value == null ? null : NumberFormat.getInstance(Locale.FRENCH).format(value);
    }

    private static @Nullable String rate(Figures.@Nullable Rate rate) {
        if (rate == null || rate.perThousand() == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getInstance(Locale.FRENCH);
        format.setMaximumFractionDigits(1);
        return format.format(rate.perThousand());
    }
}
