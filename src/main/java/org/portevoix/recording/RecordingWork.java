package org.portevoix.recording;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
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

/** Voices that wait for a second person's ears. */
@Singleton
class RecordingWork implements Work {

    private static final Period LISTENED_WITHIN = Period.ofDays(7);

    private final RecordingRepository recordings;
    private final Calendar calendar;
    private final Messages messages;
    private final Clock clock;

    RecordingWork(RecordingRepository recordings, Calendar calendar, Messages messages, Clock clock) {
        this.recordings = recordings;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        Map<Long, Contract> contracts = desk.contracts(Permission.TRANSLATE);
        return contracts.isEmpty()
                ? Stream.empty()
                : recordings.findBacklog(contracts.keySet(), desk.accountId()).stream()
                        .map(backlog -> waiting(Objects.requireNonNull(contracts.get(backlog.contractId())), backlog));
    }

    private Waiting waiting(Contract contract, RecordingRepository.Backlog backlog) {
        LocalDate came = LocalDate.ofInstant(backlog.oldest(), contract.zoneId());
        return Waiting.usual(
                contract,
                LocalDate.now(clock.withZone(contract.zoneId())),
                came.plus(LISTENED_WITHIN),
                messages.say(Language.SOURCE, "recording.desk.work", Map.of("n", backlog.waiting())),
                calendar.day(Language.SOURCE, came),
                "/voix");
    }
}
