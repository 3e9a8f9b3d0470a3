package org.portevoix.pack;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.portevoix.contract.Contract;
import org.portevoix.participation.Period;
import org.portevoix.report.Report;
import org.portevoix.report.Reports;

/** Makes packs for the committee as things stand now. */
@Singleton
public class Packs {
    private final Reports reports;
    private final Found found;
    private final PackChoiceRepository choices;
    private final ProgramVersion version;
    private final Clock clock;

    /** Where its parts are found. */
    @Singleton
    record Found(PackFacts facts, Points points, Voices voices) {}

    Packs(Reports reports, Found found, PackChoiceRepository choices, ProgramVersion version, Clock clock) {
        this.reports = reports;
        this.found = found;
        this.choices = choices;
        this.version = version;
        this.clock = clock;
    }

    /** The committee's own, with the split by priority area: who may not see it must not get this record. */
    @Transactional
    public Pack of(Contract contract, Period period) {
        Report report = reports.of(contract, period, true).withoutTitles();
        List<Pack.Point> toDecide = new ArrayList<>(found.points().of(contract, report));
        choices.findPoints(contract.id(), period.key())
                .forEach(point -> toDecide.add(new Pack.Point(point.what(), point.because())));
        return new Pack(
                report,
                contract.territoryName(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                contract.zoneId(),
                version.get(),
                List.copyOf(toDecide),
                found.voices().chosen(contract.id(), period).stream()
                        .map(Voices.Said::voice)
                        .toList(),
                found.facts().firsts(contract, period),
                found.facts().due(contract),
                found.facts().standings(contract),
                List.of());
    }
}
