package org.portevoix.participation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.portevoix.web.SiteSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Freezes the tables of the report, and renews them when enough has come: so much that the difference of two editions
 * tells of nobody, a quarter more than before or another half year, and never within a minute. What is hidden in an edition is
 * decided with all those before it (docs/decisions/0030-successive-reports.md).
 */
@Singleton
public class EvidenceEditions {
    static final Duration LEAST_AGE = Duration.ofSeconds(60);
    private static final long A_QUARTER = 4;

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceEditions.class);

    private record Key(long edition, Period period) {}

    private final LedgerCube cube;
    private final CubeRepository sums;
    private final LedgerMoments moments;
    private final Editions editions;
    private final EvidenceRepository repository;
    private final Subject subject;
    private final ToLongFunction<EvidenceFact> threshold;
    private final Clock clock;
    private final Cache<Key, Evidence> read =
            Caffeine.newBuilder().maximumSize(500).build();

    EvidenceEditions(
            LedgerCube cube,
            CubeRepository sums,
            LedgerMoments moments,
            Editions editions,
            EvidenceRepository repository,
            Subject subject,
            SiteSecret secret,
            Clock clock) {
        this.cube = cube;
        this.sums = sums;
        this.moments = moments;
        this.editions = editions;
        this.repository = repository;
        this.subject = subject;
        this.threshold = EvidenceFacts.thresholds(secret);
        this.clock = clock;
    }

    /** The tables of the last edition for this period; of none where no edition was made yet. */
    public Evidence of(long contractId, Period period) {
        Optional<EvidenceRepository.Row> last = repository.findLast(contractId);
        if (last.isEmpty()) {
            return new Evidence(0, null, period, List.of(), List.of(), List.of());
        }
        EvidenceRepository.Row row = last.get();
        return read.get(
                new Key(row.id(), period),
                unused -> new Evidence(
                        row.number(),
                        row.asOf(),
                        period,
                        repository.findPeriods(row.id()),
                        repository.findCells(row.id(), period),
                        repository.findCells(row.id(), Period.WHOLE)));
    }

    /** All participations up to now, without any cut: the desk sees the present total. */
    public long presentTotal(long contractId) {
        return sums.presentTotal(contractId);
    }

    /** Makes the editions that are due, of every contract. */
    @Scheduled(fixedDelay = "60s", initialDelay = "${portevoix.jobs.first:2m}")
    void renew() {
        cube.count();
        for (long contractId : sums.findContracts()) {
            try {
                renew(contractId);
            } catch (DataAccessException failure) {
                LOG.warn("Contract {} has no new edition of the report: another machine may have made it", contractId);
            }
        }
    }

    /**
     * Makes a new edition of a contract where one is due, of what is counted so far. It is of the very moment of a public edition,
     * so that the two frame no act; where none may be published yet, it waits.
     */
    void renew(long contractId) {
        long[] moved = sums.moved(contractId);
        Instant now = clock.instant();
        Optional<EvidenceRepository.Row> last = repository.findLast(contractId);
        if (isDue(contractId, last, moved[0], moved[1], now)) {
            int number = last.map(EvidenceRepository.Row::number).orElse(0) + 1;
            LedgerMoment moment = moments.read(contractId);
            editions.at(contractId, new LedgerCount(moment.sums())).ifPresent(open -> {
                EvidenceTables.Shape shape = shape(contractId);
                PublicMargins margins = new PublicMargins(EditionFigures.of(open, subject));
                List<EvidenceCell> cells = EvidenceTables.of(
                        shape,
                        moment.sums(),
                        margins,
                        repository.findCompared(contractId).stream()
                                .map(edition -> repository.findCells(edition.id()))
                                .toList());
                List<EvidenceFact> facts = EvidenceFacts.of(shape, cells, margins, moment.groups(), threshold);
                repository.insert(contractId, number, now, moment.acts(), moment.heads(), cells, facts);
            });
        }
    }

    private boolean isDue(long contractId, Optional<EvidenceRepository.Row> last, long acts, long heads, Instant now) {
        if (last.isEmpty()) {
            return acts >= SmallCells.SENSITIVE_MINIMUM || (acts == 0 && heads > 0);
        }
        EvidenceRepository.Row row = last.get();
        if (now.isBefore(row.asOf().plus(LEAST_AGE))) {
            return false;
        }
        long more = acts - row.actCount();
        if (more < 0 || heads < row.headCount()) {
            // The sums are being made anew, and are not whole yet.
            return false;
        }
        if (more == 0) {
            return heads > row.headCount();
        }
        boolean isAnotherHalf = !half(contractId, row.asOf()).equals(half(contractId, now));
        return more >= SmallCells.SENSITIVE_MINIMUM && (isAnotherHalf || more * A_QUARTER >= row.actCount());
    }

    private Period half(long contractId, Instant at) {
        return Period.halfOf(YearMonth.from(at.atZone(subject.zone(contractId))));
    }

    private EvidenceTables.Shape shape(long contractId) {
        Map<String, String> sheets = new HashMap<>();
        Map<String, String> axes = new HashMap<>();
        Set<String> sensitive = new HashSet<>();
        for (Subject.Sheet sheet : subject.actionSheets(contractId)) {
            sheets.put(Long.toString(sheet.id()), sheet.slug());
            axes.put(sheet.slug(), sheet.axis());
            if (sheet.isSensitive()) {
                sensitive.add(sheet.slug());
            }
        }
        Map<String, String> areas = new HashMap<>();
        Set<String> priority = new HashSet<>(subject.inPriorityAreas(contractId));
        for (Subject.Neighbourhood each : subject.neighbourhoods(contractId, "fr")) {
            areas.put(each.slug(), priority.contains(each.slug()) ? Cut.PRIORITY : Cut.NOT_PRIORITY);
        }
        Map<Cut, Set<String>> listed = listed(contractId, axes, areas);
        var shape = new EvidenceTables.Shape(sheets, axes, sensitive, areas, listed);
        if (!shape.hasAreas()) {
            listed.remove(Cut.AREA);
        }
        return shape;
    }

    /** What a reader sees listed. Of languages and relays there may always be one more. */
    private Map<Cut, Set<String>> listed(long contractId, Map<String, String> axes, Map<String, String> areas) {
        Map<Cut, Set<String>> listed = new EnumMap<>(Cut.class);
        Set<String> sheets = with(axes.keySet(), Figures.NO_ACTION);
        Set<String> homes = with(areas.keySet(), LedgerLine.OTHER_TOWN, Cut.UNKNOWN);
        Set<String> channels = Arrays.stream(Channel.values()).map(Enum::name).collect(Collectors.toSet());
        listed.put(
                Cut.LEVEL,
                Arrays.stream(ParticipationLevel.values())
                        .map(ParticipationLevel::key)
                        .collect(Collectors.toSet()));
        listed.put(Cut.FIRST, Set.of(Dimension.FIRST, Dimension.AGAIN, Cut.UNKNOWN));
        listed.put(Cut.PHASE, with(Arrays.stream(Phase.values()).map(Enum::name).toList(), Cut.UNKNOWN));
        listed.put(Cut.ACTION, sheets);
        listed.put(Cut.ACTION_FIRST, sheets);
        listed.put(
                Cut.AXIS,
                with(
                        subject.axes(contractId, "fr").stream()
                                .map(Subject.Axis::slug)
                                .toList(),
                        Figures.NO_AXIS));
        listed.put(Cut.NEIGHBOURHOOD, homes);
        listed.put(Cut.NEIGHBOURHOOD_FIRST, homes);
        listed.put(Cut.NEIGHBOURHOOD_PHASE, homes);
        listed.put(Cut.CHANNEL, channels);
        listed.put(Cut.CHANNEL_PHASE, channels);
        listed.put(Cut.AGE, with(Profile.AGE_BANDS, Cut.UNKNOWN));
        listed.put(Cut.GENDER, with(Profile.GENDERS, Cut.UNKNOWN));
        listed.put(Cut.LANGUAGE, Set.of(EvidenceTables.NEVER));
        listed.put(Cut.RELAY, Set.of(EvidenceTables.NEVER));
        listed.put(Cut.AREA, Set.of(Cut.PRIORITY, Cut.NOT_PRIORITY, Cut.UNKNOWN));
        return listed;
    }

    private static Set<String> with(Collection<String> keys, String... more) {
        Set<String> all = new HashSet<>(keys);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
