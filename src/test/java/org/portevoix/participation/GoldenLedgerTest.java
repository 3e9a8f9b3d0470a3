package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A ledger whose figures were worked out in a spreadsheet, kept beside it with its formulas: every one is equal. */
class GoldenLedgerTest {
    private static final Path FOLDER = Path.of("src/test/resources/participation/golden");
    private static final Map<String, Integer> POPULATIONS = Map.of("centre", 9000, "gare", 6000, "port", 2500);
    private static final double CLOSE = 1e-6;

    private final Evidence evidence = evidence();

    @Test
    void everyFigureIsTheOneOfTheSpreadsheet() throws IOException {
        List<CSVRecord> figures = read("figures.csv");
        for (CSVRecord figure : figures) {
            String name = figure.get("figure");
            Object found = figure(name.split("\\|"));
            if (found instanceof String word) {
                assertEquals(figure.get("value"), word, name);
            } else {
                assertEquals(Double.parseDouble(figure.get("value")), ((Number) found).doubleValue(), CLOSE, name);
            }
        }
        assertTrue(figures.size() > 50);
    }

    private Object figure(String[] name) throws IOException {
        String bound = name[name.length - 1];
        return switch (name[0]) {
            case "total" -> evidence.total().acts() + evidence.total().heads();
            case "acts" -> evidence.total().acts();
            case "heads" -> evidence.total().heads();
            case "rate" -> {
                PerThousand rate = PerThousand.of(heard(name[1]), POPULATIONS.getOrDefault(name[1], 0));
                yield bound(bound, rate.value(), rate.interval());
            }
            case "ratio" -> {
                long all = POPULATIONS.keySet().stream().mapToLong(this::heard).sum();
                int people = POPULATIONS.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                int mine = POPULATIONS.getOrDefault(name[1], 0);
                RateRatio ratio = RateRatio.of(heard(name[1]), mine, all - heard(name[1]), people - mine)
                        .orElseThrow();
                yield bound(bound, ratio.value(), ratio.interval());
            }
            case "gap" -> {
                List<Gap.Group> groups = POPULATIONS.keySet().stream()
                        .map(home -> new Gap.Group(heard(home), (long) POPULATIONS.getOrDefault(home, 0)))
                        .toList();
                Double gap = Gap.of(
                                groups,
                                evidence.figure(Cut.NEIGHBOURHOOD, Cut.UNKNOWN).shown())
                        .value();
                yield gap == null ? "refused" : gap;
            }
            case "first" -> {
                long first = evidence.figure(Cut.FIRST, Dimension.FIRST).acts();
                long again = evidence.figure(Cut.FIRST, Dimension.AGAIN).acts();
                Share share = Share.of(first, first + again).orElseThrow();
                yield bound(bound, share.value(), share.interval());
            }
            case "index" -> {
                ConcentrationIndex index = index();
                Double value = index.value();
                Interval interval = index.interval();
                yield value == null || interval == null ? "refused" : bound(bound, value, interval);
            }
            case "stronger" -> stronger(name[1], bound);
            case "reached" -> reached(name[1], !bound.equals("unanswered"));
            default -> {
                Evidence.Figure found = evidence.figure(Cut.valueOf(name[0]), name[1], name[2]);
                yield found.isHidden() ? "hidden" : (Object) found.acts();
            }
        };
    }

    private static Object stronger(String action, String asked) throws IOException {
        Map<String, Long> sessions = new HashMap<>();
        Set<String> stronger = new TreeSet<>();
        for (CSVRecord row : read("sessions.csv")) {
            if (row.get("action").equals(action)) {
                sessions.put(row.get("place"), Long.valueOf(row.get("count")));
                stronger.add(row.get("stronger"));
            }
        }
        Universalism.Promise promise = Universalism.promise(sessions, POPULATIONS, stronger);
        return switch (asked) {
            case "here_rate" -> Objects.requireNonNull(promise.hereRate());
            case "elsewhere_rate" -> Objects.requireNonNull(promise.elsewhereRate());
            default ->
                promise.because() == null
                        ? promise.seen().name()
                        : Objects.requireNonNull(promise.because()).name();
        };
    }

    private static double bound(String bound, double value, Interval interval) {
        return switch (bound) {
            case "low" -> interval.low();
            case "high" -> interval.high();
            default -> value;
        };
    }

    /** Acts of individuals, and heads that were counted in a room: both took part. */
    private long heard(String home) {
        Evidence.Figure figure = evidence.figure(Cut.NEIGHBOURHOOD, home);
        return figure.acts() + figure.heads();
    }

    private String reached(String action, boolean isAnswered) {
        Map<ParticipationLevel, @Nullable Long> byLevel = new EnumMap<>(ParticipationLevel.class);
        for (ParticipationLevel level : ParticipationLevel.values()) {
            byLevel.put(level, evidence.figure(Cut.ACTION, action, level.key()).shown());
        }
        ParticipationLevel reached = ReachedLevel.of(
                byLevel,
                action.equals("parler") ? Integer.valueOf(30) : null,
                isAnswered,
                action.equals("agir") ? 13 : 0);
        return reached == null ? "none" : reached.key();
    }

    private static ConcentrationIndex index() throws IOException {
        List<ConcentrationIndex.Place> places = new ArrayList<>();
        for (CSVRecord row : read("places.csv")) {
            places.add(new ConcentrationIndex.Place(
                    "lieu-" + row.get("need"),
                    Double.valueOf(row.get("need")),
                    Integer.valueOf(row.get("population")),
                    Long.valueOf(row.get("acts"))));
        }
        return ConcentrationIndex.of(places);
    }

    private static Evidence evidence() {
        try {
            List<LedgerLine> lines = new ArrayList<>();
            for (CSVRecord row : read("ledger.csv")) {
                lines.add(line(row));
            }
            EvidenceTables.Shape shape = new EvidenceTables.Shape(
                    Map.of("1", "parler", "2", "venir", "3", "agir"),
                    Map.of("parler", "axe-1", "venir", "axe-1", "agir", "axe-2"),
                    Set.of(),
                    new HashMap<>(),
                    Map.of());
            SampleSubject subject = new SampleSubject(
                    List.of(axis("axe-1"), axis("axe-2")),
                    List.of(
                            SampleSubject.sheet(1, "parler", "axe-1", null, null),
                            SampleSubject.sheet(2, "venir", "axe-1", null, null),
                            SampleSubject.sheet(3, "agir", "axe-2", null, null)),
                    List.of());
            List<EvidenceCell> cells =
                    EvidenceTables.of(shape, SampleCube.of(lines), SampleEdition.margins(lines, subject), List.of());
            List<EvidenceCell> whole = cells.stream()
                    .filter(cell -> cell.name().period().isWhole())
                    .toList();
            return new Evidence(1, null, Period.WHOLE, List.of(), whole, whole);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Subject.Axis axis(String slug) {
        return new Subject.Axis(slug, new Subject.Title(slug, "fr"));
    }

    private static LedgerLine line(CSVRecord row) {
        return LedgerLine.participation(
                        1,
                        YearMonth.parse(row.get("month")),
                        Act.valueOf(row.get("act")),
                        ParticipationLevel.valueOf(row.get("level")),
                        Channel.valueOf(row.get("channel")))
                .phase(Phase.valueOf(row.get("phase")))
                .actionSheet(Long.valueOf(row.get("action")))
                .home(or(row.get("home")))
                .language(or(row.get("language")))
                .ageBand(or(row.get("age")))
                .gender(or(row.get("gender")))
                .firstTime(row.get("first").isEmpty() ? null : row.get("first").equals("first"))
                .count(Integer.parseInt(row.get("count")))
                .build();
    }

    private static @Nullable String or(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<CSVRecord> read(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file));
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return rows.getRecords();
        }
    }
}
