package org.portevoix.lead;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** What leads reported and the team has not read. */
@Singleton
class LeadWork implements Work {

    private static final Period ANSWERED_WITHIN = Period.ofDays(7);

    private final LeadReportRepository reports;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    LeadWork(LeadReportRepository reports, Calendar calendar, Messages messages, Clock clock) {
        this.reports = reports;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> contracts = desk.contracts(Permission.PUBLISH);
        return contracts.isEmpty()
                ? Stream.empty()
                : reports.findBacklog(contracts.keySet()).stream()
                        .map(backlog -> waiting(Objects.requireNonNull(contracts.get(backlog.contractId())), backlog));
    }

    private Waiting waiting(Contract contract, ReportBacklog backlog) {
        LocalDate since = LocalDate.ofInstant(backlog.oldest(), contract.zoneId());
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        LocalDate due = since.plus(ANSWERED_WITHIN);
        return Waiting.usual(
                contract,
                today,
                due,
                messages.say(Language.SOURCE, "lead.desk.work.title", Map.of("count", backlog.waiting())),
                messages.say(
                        Language.SOURCE,
                        "lead.desk.work.since",
                        Map.of(
                                "days",
                                ChronoUnit.DAYS.between(since, today),
                                "day",
                                calendar.day(Language.SOURCE, since))),
                "/pilotes");
    }
}
