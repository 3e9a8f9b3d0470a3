package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionBacklog;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;

/** Finds what waits for somebody, in all their contracts: opinions to read, consultations to answer. */
@Singleton
class WorkWaiting {

    /** An opinion is to be read within two days. */
    private static final Period READ_WITHIN = Period.ofDays(2);

    private final OpinionReading reading;
    private final Consultations consultations;
    private final ReplyRepository replies;
    private final Calendar calendar;
    private final Clock clock;

    WorkWaiting(
            OpinionReading reading,
            Consultations consultations,
            ReplyRepository replies,
            Calendar calendar,
            Clock clock) {
        this.reading = reading;
        this.consultations = consultations;
        this.replies = replies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Most pressing first. */
    List<HomePage.Waiting> of(Desk desk) {
        return Stream.concat(opinions(may(desk, Permission.MODERATE)), unanswered(may(desk, Permission.ANSWER)))
                .sorted(Comparator.comparing(HomePage.Waiting::due))
                .toList();
    }

    private Stream<HomePage.Waiting> opinions(Map<Long, Contract> contracts) {
        return reading.backlog(contracts.keySet()).stream()
                .map(backlog -> opinions(Objects.requireNonNull(contracts.get(backlog.contractId())), backlog));
    }

    private HomePage.Waiting opinions(Contract contract, OpinionBacklog backlog) {
        LocalDate came = LocalDate.ofInstant(backlog.oldest(), contract.zoneId());
        LocalDate due = came.plus(READ_WITHIN);
        LocalDate today = today(contract);
        return new HomePage.Waiting(
                contract.slug(),
                contract.territoryName(),
                true,
                backlog.waiting(),
                "",
                "",
                ChronoUnit.DAYS.between(came, today),
                due,
                calendar.day(Language.SOURCE, came),
                today.isAfter(due));
    }

    private Stream<HomePage.Waiting> unanswered(Map<Long, Contract> contracts) {
        Collection<Contract> all = contracts.values();
        Set<Long> answered = all.isEmpty() ? Set.of() : replies.findAnswered(contracts.keySet());
        return consultations.closed(all, answered).stream()
                .map(one -> unanswered(Objects.requireNonNull(contracts.get(one.contractId())), one));
    }

    private HomePage.Waiting unanswered(Contract contract, Consultations.Closed closed) {
        LocalDate today = today(contract);
        return new HomePage.Waiting(
                contract.slug(),
                contract.territoryName(),
                false,
                0,
                closed.slug(),
                closed.title().body(),
                ChronoUnit.DAYS.between(today, closed.answerBy()),
                closed.answerBy(),
                calendar.day(Language.SOURCE, closed.answerBy()),
                today.isAfter(closed.answerBy()));
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }

    private static Map<Long, Contract> may(Desk desk, Permission permission) {
        return desk.contracts().stream()
                .filter(contract -> desk.may(permission, contract))
                .collect(Collectors.toMap(Contract::id, contract -> contract));
    }
}
