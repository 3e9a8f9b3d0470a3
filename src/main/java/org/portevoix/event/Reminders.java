package org.portevoix.event;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;

/**
 * The day before, those who have a place and left an e-mail address are written to. The letters are made that day and no
 * sooner, so that they tell the hour and the place as they are then, to those who have a place then. Several machines may
 * do it at once: each registration is reminded of a day once.
 */
@Singleton
class Reminders {

    /** Not at night. */
    private static final LocalTime FROM = LocalTime.of(9, 0);

    private final Contracts contracts;
    private final EventSessionRepository sessions;
    private final RegistrationRepository registrations;
    private final RegistrationLetters letters;
    private final Clock clock;

    Reminders(
            Contracts contracts,
            EventSessionRepository sessions,
            RegistrationRepository registrations,
            RegistrationLetters letters,
            Clock clock) {
        this.contracts = contracts;
        this.sessions = sessions;
        this.registrations = registrations;
        this.letters = letters;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "${portevoix.jobs.first:1m}")
    void write() {
        contracts.all().forEach(this::write);
    }

    @Transactional
    void write(Contract contract) {
        ZoneId zone = contract.zoneId();
        LocalTime hour = LocalTime.now(clock.withZone(zone));
        if (hour.isBefore(FROM)) {
            return;
        }
        LocalDate tomorrow = LocalDate.now(clock.withZone(zone)).plusDays(1);
        for (EventSession session : sessions.findBeginning(
                contract.id(),
                tomorrow.atStartOfDay(zone).toInstant(),
                tomorrow.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant())) {
            for (Registration one : registrations.findToRemind(session.sessionId(), session.day())) {
                if (registrations.remind(Objects.requireNonNull(one.id()), session.day()) == 1) {
                    letters.remind(one, session);
                }
            }
        }
    }
}
