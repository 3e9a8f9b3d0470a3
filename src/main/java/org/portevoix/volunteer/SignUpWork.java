package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/** Who offered their help and waits for a word. */
@Singleton
class SignUpWork implements Work {

    /** Told to residents on the form: an answer within two days. */
    private static final Period ANSWERED_WITHIN = Period.ofDays(2);

    private final SignUpPlaceRepository places;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    SignUpWork(SignUpPlaceRepository places, Calendar calendar, Messages messages, Clock clock) {
        this.places = places;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> contracts = desk.contracts(Permission.PERSONAL_LISTS);
        if (contracts.isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                waiting(contracts, places.findBacklog(contracts.keySet()), "volunteer.desk.work.asked", ""),
                waiting(contracts, places.findCalls(contracts.keySet()), "volunteer.desk.work.calls", "/appels"));
    }

    private Stream<Waiting> waiting(
            Map<Long, Contract> contracts, List<SignUpBacklog> backlogs, String titleKey, String path) {
        return backlogs.stream().map(backlog -> {
            Contract contract = Objects.requireNonNull(contracts.get(backlog.contractId()));
            LocalDate since = LocalDate.ofInstant(backlog.oldest(), contract.zoneId());
            LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
            LocalDate due = since.plus(ANSWERED_WITHIN);
            return Waiting.usual(
                    contract,
                    today,
                    due,
                    messages.say(Language.SOURCE, titleKey, Map.of("count", backlog.waiting())),
                    messages.say(
                            Language.SOURCE,
                            "volunteer.desk.work.since",
                            Map.of(
                                    "days",
                                    ChronoUnit.DAYS.between(since, today),
                                    "day",
                                    calendar.day(Language.SOURCE, since))),
                    "/benevoles" + path);
        });
    }
}
