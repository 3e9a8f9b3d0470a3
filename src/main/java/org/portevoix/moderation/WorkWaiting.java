package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionBacklog;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** Finds what waits for somebody, in all their contracts: opinions to read, consultations to answer. */
@Singleton
class WorkWaiting implements Work {

    /** An opinion is to be read within two days. */
    private static final Period READ_WITHIN = Period.ofDays(2);

    private final OpinionReading reading;
    private final Consultations consultations;
    private final ReplyRepository replies;
    private final Sharing sharing;
    private final Contests contests;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    WorkWaiting(
            OpinionReading reading,
            Consultations consultations,
            ReplyRepository replies,
            Sharing sharing,
            Contests contests,
            Calendar calendar,
            Messages messages,
            Clock clock) {
        this.reading = reading;
        this.consultations = consultations;
        this.replies = replies;
        this.sharing = sharing;
        this.contests = contests;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> moderated = desk.contracts(Permission.MODERATE);
        return Stream.of(
                        opinions(moderated),
                        asked(desk, moderated),
                        contested(desk, moderated),
                        unanswered(desk.contracts(Permission.ANSWER)))
                .flatMap(all -> all);
    }

    /** What a colleague wants to know of this person; as urgent as an opinion to read. */
    private Stream<Waiting> asked(Desk desk, Map<Long, Contract> contracts) {
        return contracts.values().stream().flatMap(contract -> {
            List<SecondReading> asked = sharing.askedOf(desk.accountId(), contract.id());
            return asked.isEmpty()
                    ? Stream.empty()
                    : Stream.of(since(
                            contract,
                            asked.getFirst().askedAt(),
                            say("moderation.desk.second.work", Map.of("count", asked.size())),
                            "moderation.desk.second.work_since",
                            asked.size() == 1 ? "/avis/" + asked.getFirst().opinionId() : "/avis?pour=moi"));
        });
    }

    /** Decisions of others that their writers contest. */
    private Stream<Waiting> contested(Desk desk, Map<Long, Contract> contracts) {
        return contracts.values().stream().flatMap(contract -> {
            List<Contest> open = contests.open(List.of(contract.id())).stream()
                    .filter(one -> one.decidedBy() != desk.accountId())
                    .toList();
            return open.isEmpty()
                    ? Stream.empty()
                    : Stream.of(since(
                            contract,
                            open.getFirst().filedAt(),
                            say("moderation.desk.contest.count", Map.of("count", open.size())),
                            "moderation.desk.work.contest_since",
                            "/avis/contestations"));
        });
    }

    private Waiting since(Contract contract, Instant at, String title, String sinceKey, String path) {
        LocalDate day = LocalDate.ofInstant(at, contract.zoneId());
        return Waiting.usual(
                contract,
                today(contract),
                day.plus(READ_WITHIN),
                title,
                say(sinceKey, Map.of("day", calendar.day(Language.SOURCE, day))),
                path);
    }

    private Stream<Waiting> opinions(Map<Long, Contract> contracts) {
        return reading.backlog(contracts.keySet()).stream().flatMap(backlog -> {
            Contract contract = Objects.requireNonNull(contracts.get(backlog.contractId()));
            return Stream.concat(
                    backlog.urgent() == 0 ? Stream.empty() : Stream.of(danger(contract, backlog)),
                    backlog.usual() == 0 ? Stream.empty() : Stream.of(opinions(contract, backlog)));
        });
    }

    private Waiting danger(Contract contract, OpinionBacklog backlog) {
        return new Waiting(
                Work.Gravity.DANGER,
                today(contract),
                true,
                say("moderation.desk.work.danger", Map.of("count", backlog.urgent())),
                say("moderation.desk.work.danger_first", Map.of()),
                "/equipe/" + contract.slug() + "/avis",
                contract.territoryName());
    }

    private Waiting opinions(Contract contract, OpinionBacklog backlog) {
        LocalDate came = LocalDate.ofInstant(backlog.oldest(), contract.zoneId());
        LocalDate due = came.plus(READ_WITHIN);
        LocalDate today = today(contract);
        return Waiting.usual(
                contract,
                today,
                due,
                say("moderation.desk.work.opinions", Map.of("count", backlog.usual())),
                say(
                        "moderation.desk.work.oldest",
                        Map.of(
                                "days",
                                ChronoUnit.DAYS.between(came, today),
                                "day",
                                calendar.day(Language.SOURCE, came))),
                "/avis");
    }

    private Stream<Waiting> unanswered(Map<Long, Contract> contracts) {
        Collection<Contract> all = contracts.values();
        Set<Long> answered = all.isEmpty() ? Set.of() : replies.findAnswered(contracts.keySet());
        return consultations.closed(all, answered).stream()
                .map(one -> unanswered(Objects.requireNonNull(contracts.get(one.contractId())), one));
    }

    private Waiting unanswered(Contract contract, Consultations.Closed closed) {
        LocalDate today = today(contract);
        boolean isLate = today.isAfter(closed.answerBy());
        return Waiting.usual(
                contract,
                today,
                closed.answerBy(),
                say(
                        "moderation.desk.work.answer",
                        Map.of("title", closed.title().body())),
                say(
                        isLate ? "moderation.desk.work.late" : "moderation.desk.work.promised",
                        Map.of(
                                "days",
                                Math.abs(ChronoUnit.DAYS.between(today, closed.answerBy())),
                                "day",
                                calendar.day(Language.SOURCE, closed.answerBy()))),
                "/questionnaires/" + closed.slug());
    }

    private String say(String key, Map<String, ?> arguments) {
        return messages.say(Language.SOURCE, key, arguments);
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }
}
