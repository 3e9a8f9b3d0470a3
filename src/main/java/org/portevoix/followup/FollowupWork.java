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

/** What residents are owed an answer about; what was promised once it was accepted. Nothing takes it from the list but an answer, or its being done. */
@Singleton
class FollowupWork implements Work {

    /** A step promised for later is not work yet; the list of follow-ups has it. */
    private static final int DAYS_AHEAD = 14;

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
        var promised = followups.findPromised(contracts.keySet());
        TextsRead read = texts.read(
                Language.SOURCE,
                Stream.concat(found.stream(), promised.stream()).map(Followup::saidText));
        return Stream.concat(
                found.stream().map(one -> waiting(Objects.requireNonNull(contracts.get(one.contractId())), one, read)),
                promised.stream()
                        .filter(one -> isSoon(Objects.requireNonNull(contracts.get(one.contractId())), one))
                        .map(one -> step(Objects.requireNonNull(contracts.get(one.contractId())), one, read)));
    }

    private boolean isSoon(Contract contract, Followup followup) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        return followup.nextOn() == null || !followup.nextOn().isAfter(today.plusDays(DAYS_AHEAD));
    }

    /** Without a day it was late the day it was accepted. */
    private Waiting step(Contract contract, Followup followup, TextsRead read) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        LocalDate due = followup.nextOn() == null
                ? Objects.requireNonNull(followup.decidedOn()).minusDays(1)
                : followup.nextOn();
        String detail = followup.nextOn() == null
                ? "followup.desk.work.step_none"
                : today.isAfter(due) ? "followup.desk.work.step_late" : "followup.desk.work.step_due";
        return Waiting.usual(
                contract,
                today,
                due,
                messages.say(
                        Language.SOURCE,
                        "followup.desk.work.step",
                        Map.of(
                                "said",
                                read.get(followup.saidText()).firstSentences(1).body())),
                messages.say(
                        Language.SOURCE,
                        detail,
                        Map.of(
                                "days",
                                Math.abs(ChronoUnit.DAYS.between(today, due)),
                                "day",
                                calendar.day(Language.SOURCE, due))),
                "/suites/" + followup.slug());
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
