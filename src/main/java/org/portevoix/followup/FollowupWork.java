package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
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
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;

/** What residents are owed an answer about; nothing takes it from the list but an answer. */
@Singleton
class FollowupWork implements Work {

    private final FollowupRepository followups;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    FollowupWork(FollowupRepository followups, Texts texts, Calendar calendar, Messages messages, Clock clock) {
        this.followups = followups;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> contracts = desk.contracts(Permission.ANSWER);
        if (contracts.isEmpty()) {
            return Stream.empty();
        }
        var found = followups.findAwaiting(contracts.keySet());
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(Followup::saidText));
        return found.stream().map(one -> waiting(Objects.requireNonNull(contracts.get(one.contractId())), one, read));
    }

    private Waiting waiting(Contract contract, Followup followup, TextsRead read) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        LocalDate due = Objects.requireNonNull(followup.answerBy());
        boolean isLate = followup.isLateOn(today);
        return Waiting.usual(
                contract,
                today,
                due,
                messages.say(
                        Language.SOURCE,
                        followup.decides() == Decider.SERVICE
                                ? "followup.desk.work.service"
                                : "followup.desk.work.committee",
                        Map.of(
                                "said",
                                read.get(followup.saidText()).firstSentences(1).body())),
                messages.say(
                        Language.SOURCE,
                        isLate ? "followup.desk.work.late" : "followup.desk.work.due",
                        Map.of(
                                "days",
                                Math.abs(ChronoUnit.DAYS.between(today, due)),
                                "day",
                                calendar.day(Language.SOURCE, due))),
                "/suites/" + followup.slug());
    }
}
