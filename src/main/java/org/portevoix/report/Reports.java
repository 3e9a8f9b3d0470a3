package org.portevoix.report;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.participation.Activities;
import org.portevoix.participation.ConcentrationIndex;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Evidence;
import org.portevoix.participation.EvidenceEditions;
import org.portevoix.participation.Period;
import org.portevoix.report.Report.Table;

/** Makes reports: the figures of a contract in a period, from the frozen tables and from what the other rooms tell. */
@Singleton
public class Reports {
    private final EvidenceEditions editions;
    private final Activities activities;
    private final Town town;
    private final LevelTables levels;
    private final Indicators indicators;

    /** The sorts of tables that don't cut levels. */
    @Singleton
    record Indicators(
            IndicatorTables worked,
            StandingTables standing,
            OverviewTables overview,
            AimTables aims,
            AnswerTables answers,
            VoiceTables voices,
            FirstTables firsts) {}

    Reports(EvidenceEditions editions, Activities activities, Town town, LevelTables levels, Indicators indicators) {
        this.editions = editions;
        this.activities = activities;
        this.town = town;
        this.levels = levels;
        this.indicators = indicators;
    }

    /**
     * What the pack is made of, which tells in its own words what residents put first. {@code isForCommittee}: with the split by
     * priority area, which the committee alone sees.
     */
    public Report of(Contract contract, Period period, boolean isForCommittee) {
        Period previous = period.previous().orElse(null);
        return of(contract, period, previous, isForCommittee, List.of());
    }

    /** The desk's own, with what residents put first. {@code previous}: what it is compared with, of the same length; null for no comparison. */
    Report of(Contract contract, Period period, @Nullable Period previous, boolean isForCommittee) {
        Table firsts = indicators.firsts().of(contract.id(), period, previous);
        return of(contract, period, previous, isForCommittee, List.of(firsts));
    }

    /**
     * What a meeting sees where it asks for no period: the last half year that is over (else year), where that before it can be told
     * too; the whole time where there is none.
     */
    Period usual(Contract contract) {
        Evidence whole = editions.of(contract.id(), Period.WHOLE);
        return whole.asOf()
                .map(at -> YearMonth.from(at.atZone(contract.zoneId())))
                .flatMap(now -> whole.periods().stream()
                        .filter(period -> !period.isWhole() && period.last().isBefore(now))
                        .sorted(Comparator.comparing(Period::last).reversed().thenComparing(Period::isYear))
                        .filter(period -> period.previous()
                                .filter(before -> whole.periods().contains(before))
                                .filter(before -> isTold(contract, period) && isTold(contract, before))
                                .isPresent())
                        .findFirst())
                .orElse(Period.WHOLE);
    }

    private boolean isTold(Contract contract, Period period) {
        return editions.of(contract.id(), period).total().shown() != null;
    }

    /** @param more tables that come last */
    private Report of(
            Contract contract, Period period, @Nullable Period previous, boolean isForCommittee, List<Table> more) {
        Town.Known known = town.of(contract.id());
        Evidence now = editions.of(contract.id(), period);
        Evidence before = previous == null ? null : editions.of(contract.id(), previous);
        Activities.Activity activity = activities.of(contract.id(), period);
        ConcentrationIndex index = indicators.worked().concentration(known, now);
        IndicatorTables worked = indicators.worked();
        OverviewTables overview = indicators.overview();
        List<Table> tables = new ArrayList<>();
        tables.add(overview.levels(now, before));
        tables.add(overview.months(now, before, contract.zoneId()));
        tables.add(worked.sheets(known, now, activity));
        levels.of(known, offered(contract), now, before).stream()
                .filter(table -> isForCommittee || !table.isForCommittee())
                .forEach(tables::add);
        tables.add(worked.missingPlaces(known, now));
        tables.add(worked.missingAges(known, now));
        tables.add(worked.missingGenders(known, now));
        tables.add(worked.universalism(known, now, activity));
        tables.add(worked.concentration(index));
        tables.add(worked.firstTimes(Cut.ACTION_FIRST, known, now));
        tables.add(worked.firstTimes(Cut.NEIGHBOURHOOD_FIRST, known, now));
        tables.add(overview.firstTimes(halves(contract, now)));
        tables.add(overview.plans(known, now));
        tables.add(worked.sessions(activity));
        tables.add(worked.continuity(Cut.NEIGHBOURHOOD_PHASE, known, now));
        tables.add(worked.continuity(Cut.CHANNEL_PHASE, known, now));
        tables.add(worked.spoken(offered(contract), known.spoken(), now));
        tables.addAll(indicators.standing().of(contract, editions.of(contract.id(), Period.WHOLE)));
        tables.addAll(indicators.aims().of(contract, period, known, activity));
        tables.addAll(indicators.answers().of(contract));
        tables.addAll(indicators.voices().of(contract, period));
        tables.addAll(more);
        return new Report(
                contract.slug(),
                contract.territoryName(),
                period,
                previous,
                now.periods(),
                now.number(),
                now.asOf().orElse(null),
                List.copyOf(tables),
                index.curve());
    }

    /** The half years of the edition, the first to the last. */
    private List<Evidence> halves(Contract contract, Evidence now) {
        return now.periods().stream()
                .filter(period -> !period.isWhole() && !period.isYear())
                .sorted()
                .map(period -> editions.of(contract.id(), period))
                .toList();
    }

    private static Set<String> offered(Contract contract) {
        return new LinkedHashSet<>(Arrays.asList(contract.languages().trim().split("\\s+")));
    }
}
