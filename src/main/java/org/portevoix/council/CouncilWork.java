package org.portevoix.council;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** What councils have waiting for the team. */
@Singleton
class CouncilWork implements Work {

    private static final Period READ_WITHIN = Period.ofDays(2);
    private static final Period DECIDE_WITHIN = Period.ofDays(7);

    private final CouncilRepository councils;
    private final CouncilRemarkRepository remarks;
    private final FormalOpinionRepository opinions;
    private final CouncilProposalRepository proposals;
    private final CouncilMeetingRepository meetings;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    CouncilWork(
            CouncilRepository councils,
            CouncilRemarkRepository remarks,
            FormalOpinionRepository opinions,
            CouncilProposalRepository proposals,
            CouncilMeetingRepository meetings,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.councils = councils;
        this.remarks = remarks;
        this.opinions = opinions;
        this.proposals = proposals;
        this.meetings = meetings;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> moderated = desk.contracts(Permission.MODERATE);
        Map<Long, Contract> published = desk.contracts(Permission.PUBLISH);
        if (moderated.isEmpty() && published.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        backlog(moderated, remarks(moderated), READ_WITHIN, "council.desk.work.remarks"),
                        backlog(published, proposals(published), DECIDE_WITHIN, "council.desk.work.proposals"),
                        opinions(moderated),
                        meetings(published))
                .flatMap(one -> one);
    }

    private List<Backlog> remarks(Map<Long, Contract> contracts) {
        return contracts.isEmpty() ? List.of() : remarks.findBacklog(contracts.keySet());
    }

    private List<Backlog> proposals(Map<Long, Contract> contracts) {
        return contracts.isEmpty() ? List.of() : proposals.findBacklog(contracts.keySet());
    }

    private Stream<Waiting> backlog(Map<Long, Contract> contracts, List<Backlog> found, Period within, String key) {
        return found.stream().map(one -> {
            Contract contract = Objects.requireNonNull(contracts.get(one.contractId()));
            LocalDate came = LocalDate.ofInstant(one.oldest(), contract.zoneId());
            return waiting(
                    contract,
                    came.plus(within),
                    say(key, Map.of("count", one.waiting())),
                    say("council.desk.work.since", Map.of("day", day(came))));
        });
    }

    /** To be read within two days, and answered by the committee on the day that was given. */
    private Stream<Waiting> opinions(Map<Long, Contract> contracts) {
        return contracts.isEmpty()
                ? Stream.empty()
                : opinions.findUnanswered(contracts.keySet()).stream().flatMap(one -> {
                    Contract contract = Objects.requireNonNull(contracts.get(one.contractId()));
                    Waiting answer = waiting(
                            contract,
                            one.answerBy(),
                            say("council.desk.work.answer", Map.of("title", one.title())),
                            say(
                                    "council.desk.work.answer_by",
                                    Map.of(
                                            "day",
                                            calendar.fullDay(Language.SOURCE, one.answerBy()),
                                            "days",
                                            Math.max(0, ChronoUnit.DAYS.between(today(contract), one.answerBy())))));
                    return one.state().equals("WAITING")
                            ? Stream.of(
                                    waiting(
                                            contract,
                                            one.sentOn().plus(READ_WITHIN),
                                            say("council.desk.work.opinion", Map.of("title", one.title())),
                                            say("council.desk.work.since", Map.of("day", day(one.sentOn())))),
                                    answer)
                            : Stream.of(answer);
                });
    }

    private Stream<Waiting> meetings(Map<Long, Contract> contracts) {
        if (contracts.isEmpty()) {
            return Stream.empty();
        }
        Map<Long, Contract> byCouncil = councils.findOf(contracts.keySet()).stream()
                .collect(Collectors.toMap(
                        Council::key, council -> Objects.requireNonNull(contracts.get(council.contractId()))));
        return byCouncil.isEmpty()
                ? Stream.empty()
                : meetings
                        .findComing(
                                byCouncil.keySet(),
                                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                                        .plusDays(1))
                        .stream()
                        .filter(one -> !one.isShown())
                        .map(one -> waiting(
                                Objects.requireNonNull(byCouncil.get(one.councilId())),
                                one.heldOn().minusDays(1),
                                say("council.desk.work.meeting", Map.of()),
                                say("council.desk.work.held", Map.of("day", day(one.heldOn())))));
    }

    private Waiting waiting(Contract contract, LocalDate due, String title, String detail) {
        return Waiting.usual(contract, today(contract), due, title, detail, "/conseils-a-lire");
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }

    private String day(LocalDate day) {
        return calendar.day(Language.SOURCE, day);
    }

    private String say(String key, Map<String, ?> arguments) {
        return messages.say(Language.SOURCE, key, arguments);
    }
}
