package org.portevoix.pack;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.followup.CommitteeCalendar;
import org.portevoix.participation.Period;
import org.portevoix.report.Reports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Freezes and sends packs by themselves, each occasion once, whichever machine does it. */
@Singleton
class Sendings {
    private static final Logger LOG = LoggerFactory.getLogger(Sendings.class);

    private final PackMemberRepository rows;
    private final Contracts contracts;
    private final List<CommitteeCalendar> calendars;
    private final Taking taking;
    private final Clock clock;

    Sendings(
            PackMemberRepository rows,
            Contracts contracts,
            List<CommitteeCalendar> calendars,
            Taking taking,
            Clock clock) {
        this.rows = rows;
        this.contracts = contracts;
        this.calendars = calendars;
        this.taking = taking;
        this.clock = clock;
    }

    /** What a pack is sent for. @param name for ever the same; {@code due}: the first day on which it is sent */
    record Occasion(String name, Period period, LocalDate due) {}

    @Scheduled(fixedDelay = "10m", initialDelay = "${portevoix.jobs.first:2m}")
    void send() {
        for (Contract contract : contracts.all()) {
            LocalDate today = today(contract);
            next(contract, today)
                    .filter(occasion ->
                            !occasion.due().isAfter(today) && rows.countOccasion(contract.id(), occasion.name()) == 0)
                    .ifPresent(occasion -> taking.take(contract, occasion));
        }
    }

    PackSchedule schedule(Contract contract) {
        return rows.findSchedule(contract.id())
                .orElseGet(() -> new PackSchedule(Rhythm.NEVER, PackSchedule.USUAL_DAYS, today(contract)));
    }

    @Transactional
    void schedule(Contract contract, Rhythm rhythm, int daysBefore) {
        rows.setSchedule(contract.id(), rhythm, daysBefore, today(contract));
    }

    /** The next one, or the one that is due and not sent; empty where none is known. */
    Optional<Occasion> next(Contract contract) {
        return next(contract, today(contract));
    }

    private Optional<Occasion> next(Contract contract, LocalDate today) {
        PackSchedule schedule = schedule(contract);
        return switch (schedule.rhythm()) {
            case NEVER -> Optional.empty();
            case HALF -> Optional.of(ofTime(contract, schedule, today, Period.halfOf(YearMonth.from(today))));
            case YEAR -> Optional.of(ofTime(contract, schedule, today, new Period(Integer.toString(today.getYear()))));
            case MEETING -> beforeMeeting(contract, schedule, today);
        };
    }

    /** Of the time that is over where that was due since the schedule was set and is not sent, else of the present. */
    private Occasion ofTime(Contract contract, PackSchedule schedule, LocalDate today, Period present) {
        Period past = present.previous().orElseThrow();
        LocalDate due = after(past);
        boolean isOwed = !due.isBefore(schedule.since())
                && !due.isAfter(today)
                && rows.countOccasion(contract.id(), past.key()) == 0;
        return isOwed ? new Occasion(past.key(), past, due) : new Occasion(present.key(), present, after(present));
    }

    private static LocalDate after(Period period) {
        return period.months().orElseThrow().last().plusMonths(1).atDay(1);
    }

    private Optional<Occasion> beforeMeeting(Contract contract, PackSchedule schedule, LocalDate today) {
        LocalDate from = today;
        while (true) {
            LocalDate day = nextMeeting(contract, from).orElse(null);
            if (day == null) {
                return Optional.empty();
            }
            String name = "meeting/" + day;
            if (rows.countOccasion(contract.id(), name) == 0) {
                Period past = Period.halfOf(YearMonth.from(day)).previous().orElseThrow();
                return Optional.of(new Occasion(name, past, day.minusDays(schedule.daysBefore())));
            }
            from = day.plusDays(1);
        }
    }

    private Optional<LocalDate> nextMeeting(Contract contract, LocalDate from) {
        return calendars.stream()
                .flatMap(calendar -> calendar.nextMeeting(contract.id(), from).stream())
                .min(LocalDate::compareTo);
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }

    /** Takes an occasion: the pack, its letters and that it was taken are there together or not at all. */
    @Singleton
    static class Taking {
        private final PackMemberRepository rows;
        private final FrozenPacks packs;
        private final Reports reports;
        private final Members members;
        private final Words words;

        /** What to call a period, and what time it is. */
        @Singleton
        record Words(PackWords words, Clock clock) {}

        Taking(PackMemberRepository rows, FrozenPacks packs, Reports reports, Members members, Words words) {
            this.rows = rows;
            this.packs = packs;
            this.reports = reports;
            this.members = members;
            this.words = words;
        }

        @Transactional
        void take(Contract contract, Occasion occasion) {
            if (rows.takeOccasion(contract.id(), occasion.name(), words.clock().instant()) == 0) {
                return;
            }
            Period period = told(contract, occasion.period());
            FrozenPack pack = packs.freeze(
                    contract,
                    period,
                    FrozenPack.Cause.SCHEDULED,
                    null,
                    FrozenPacks.key("occasion/" + contract.id() + "/" + occasion.name()));
            int letters = members.write(contract, pack, words.words().period(period));
            LOG.info("Pack {} of contract {} leaves in {} letters", pack.number(), contract.id(), letters);
        }

        /** The whole time where nothing is told of this one. */
        private Period told(Contract contract, Period period) {
            return reports.of(contract, period, false).periods().contains(period) ? period : Period.WHOLE;
        }
    }
}
