package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Messages;
import org.portevoix.participation.Activities.Activity;
import org.portevoix.participation.Channel;
import org.portevoix.participation.ConcentrationIndex;
import org.portevoix.participation.Continuity;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Evidence;
import org.portevoix.participation.Gap;
import org.portevoix.participation.Interval;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.PerThousand;
import org.portevoix.participation.Phase;
import org.portevoix.participation.Profile;
import org.portevoix.participation.RateRatio;
import org.portevoix.participation.ReachedLevel;
import org.portevoix.participation.Refusal;
import org.portevoix.participation.Share;
import org.portevoix.participation.Subject;
import org.portevoix.participation.Universalism;
import org.portevoix.report.Report.Column;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Unit;
import org.portevoix.report.Report.Value;

/** The indicators that are worked out from participations and from what the contract held: sheets, who is missing, where. */
@Singleton
class IndicatorTables {
    private static final double PERCENT = 100;

    private final Messages messages;
    private final LanguageNames languages;

    IndicatorTables(Messages messages, LanguageNames languages) {
        this.messages = messages;
        this.languages = languages;
    }

    /** Sheet by sheet: aimed at, acts received, promise kept; as the yearly report for the health agency asks. */
    Table sheets(Town.Known town, Evidence now, Activity activity) {
        List<Row> rows = new ArrayList<>();
        for (Subject.Sheet sheet : town.sheets()) {
            Map<ParticipationLevel, @Nullable Long> evidence = new EnumMap<>(ParticipationLevel.class);
            for (ParticipationLevel level : ParticipationLevel.values()) {
                evidence.put(
                        level, now.figure(Cut.ACTION, sheet.slug(), level.key()).shown());
            }
            boolean isAnswered = activity.answered().contains(sheet.id());
            ParticipationLevel reached = ReachedLevel.of(
                    evidence, sheet.planned(), isAnswered, activity.seats().getOrDefault(sheet.id(), 0L));
            Long received = now.figure(Cut.ACTION, sheet.slug()).shown();
            List<Value> values = new ArrayList<>();
            values.add(Value.word(say(
                    sheet.aimedAt() == null
                            ? "report.desk.no_plan"
                            : "report.desk.level." + sheet.aimedAt().key())));
            values.add(sheet.planned() == null ? Value.nothing() : Value.count((long) sheet.planned()));
            values.add(Value.count(received));
            values.add(Value.word(say(isAnswered ? "report.desk.promise.kept" : "report.desk.promise.not")));
            values.add(Value.word(say(
                    reached == null
                            ? received != null && received == 0
                                    ? "report.desk.no_participation"
                                    : "report.desk.none_reached"
                            : "report.desk.level." + reached.key())));
            rows.add(new Row(sheet.slug(), town.titles().getOrDefault(sheet.slug(), sheet.slug()), Kind.USUAL, values));
        }
        return table("sheets", "action", List.of("aimed", "planned", "acts_all", "promise", "reached"), rows, null);
    }

    /** Who is missing, by neighbourhood: with the rest of the town beside. */
    Table missingPlaces(Town.Known town, Evidence now) {
        List<Group> groups = new ArrayList<>();
        for (Town.Place place : town.places()) {
            groups.add(new Group(
                    place.slug(),
                    place.name(),
                    now.figure(Cut.NEIGHBOURHOOD, place.slug()).shown(),
                    place.population() == null ? null : (long) place.population()));
        }
        return missing("missing_places", "neighbourhood", groups, now, Cut.NEIGHBOURHOOD);
    }

    /** By age, against the department's structure. */
    Table missingAges(Town.Known town, Evidence now) {
        return missing("missing_ages", "age", groups(town, now, Cut.AGE, Profile.AGE_BANDS), now, Cut.AGE);
    }

    Table missingGenders(Town.Known town, Evidence now) {
        return missing(
                "missing_genders", "gender", groups(town, now, Cut.GENDER, List.of("woman", "man")), now, Cut.GENDER);
    }

    private record Group(
            String key,
            String name,
            @Nullable Long acts,
            @Nullable Long population) {}

    private List<Group> groups(Town.Known town, Evidence now, Cut cut, List<String> keys) {
        List<Group> groups = new ArrayList<>();
        Integer people = town.population();
        Map<String, Double> shares = town.structure()
                .map(structure -> cut == Cut.AGE ? structure.byAge() : structure.byGender())
                .orElse(Map.of());
        for (String key : keys) {
            Double share = shares.get(key);
            groups.add(new Group(
                    key,
                    say((cut == Cut.AGE ? "consultation.age." : "consultation.gender.") + key),
                    now.figure(cut, key).shownActs(),
                    people == null || share == null ? null : Math.round(people * share)));
        }
        return groups;
    }

    private Table missing(String key, String first, List<Group> groups, Evidence now, Cut cut) {
        List<Row> rows = new ArrayList<>();
        boolean areAllShown = groups.stream().allMatch(group -> group.acts() != null && group.population() != null);
        long acts = groups.stream().mapToLong(group -> or(group.acts())).sum();
        long people = groups.stream().mapToLong(group -> or(group.population())).sum();
        Gap gap = Gap.of(
                groups.stream()
                        .map(group -> new Gap.Group(group.acts(), group.population()))
                        .toList(),
                now.figure(cut, Cut.UNKNOWN).shown());
        boolean isRefused = gap.because() != null;
        for (Group group : groups) {
            Long mine = group.acts();
            Long population = group.population();
            List<Value> values = new ArrayList<>();
            values.add(Value.count(mine));
            values.add(population == null ? Value.word(say("report.desk.not_known")) : Value.count(population));
            if (mine == null) {
                values.addAll(List.of(Value.hidden(), Value.hidden(), Value.hidden()));
            } else if (population == null || population == 0) {
                values.addAll(List.of(Value.nothing(), Value.nothing(), Value.nothing()));
            } else {
                PerThousand rate = PerThousand.of(mine, population);
                values.addAll(interval(rate.value(), rate.interval(), Unit.PER_THOUSAND));
            }
            Optional<RateRatio> ratio = areAllShown && mine != null && population != null
                    ? RateRatio.of(mine, population, acts - mine, people - population)
                    : Optional.empty();
            values.addAll(ratio.map(found -> interval(found.value(), found.interval(), Unit.RATIO))
                    .orElse(List.of(Value.nothing(), Value.nothing(), Value.nothing())));
            values.add(Value.word(ratio.filter(found -> !isRefused)
                    .map(found -> say(found.isMissing() ? "report.desk.missing" : "report.desk.not_missing"))
                    .orElse("")));
            rows.add(new Row(group.key(), group.name(), Kind.USUAL, values));
        }
        Double value = gap.value();
        if (value != null) {
            List<Value> values = new ArrayList<>(List.of(Value.number(value, Unit.PERCENT)));
            for (int column = 1; column < 9; column++) {
                values.add(Value.nothing());
            }
            rows.add(new Row("gap", say("report.desk.gap"), Kind.TOTAL, values));
        }
        return table(
                key,
                first,
                List.of("acts_all", "population", "rate", "low", "high", "ratio", "low_ratio", "high_ratio", "verdict"),
                rows,
                gap.because());
    }

    /** Always the same: the share of first times among those who say. */
    Table firstTimes(Cut cut, Town.Known town, Evidence now) {
        List<Row> rows = new ArrayList<>();
        Cut names = cut == Cut.ACTION_FIRST ? Cut.ACTION : Cut.NEIGHBOURHOOD;
        Map<String, String> titles = new LinkedHashMap<>();
        if (names == Cut.ACTION) {
            town.sheets()
                    .forEach(sheet -> titles.put(sheet.slug(), town.titles().getOrDefault(sheet.slug(), sheet.slug())));
        } else {
            town.places().forEach(place -> titles.put(place.slug(), place.name()));
        }
        titles.forEach((slug, title) -> rows.add(first(slug, title, Kind.USUAL, now, cut)));
        rows.add(first("", say("report.desk.total"), Kind.TOTAL, now, Cut.FIRST));
        return table(
                cut == Cut.ACTION_FIRST ? "first_by_action" : "first_by_neighbourhood",
                names == Cut.ACTION ? "action" : "neighbourhood",
                List.of("first", "again", "unsaid", "share", "low", "high"),
                rows,
                null);
    }

    private static Row first(String slug, String title, Kind kind, Evidence now, Cut cut) {
        Long first = said(now, cut, slug, "first");
        Long again = said(now, cut, slug, "again");
        List<Value> values = new ArrayList<>(
                List.of(Value.count(first), Value.count(again), Value.count(said(now, cut, slug, Cut.UNKNOWN))));
        if (first == null || again == null) {
            values.addAll(List.of(Value.hidden(), Value.hidden(), Value.hidden()));
        } else {
            values.addAll(share(Share.of(first, first + again)));
        }
        return new Row(slug.isEmpty() ? "total" : slug, title, kind, values);
    }

    private static @Nullable Long said(Evidence now, Cut cut, String slug, String part) {
        return (cut == Cut.FIRST ? now.figure(Cut.FIRST, part) : now.figure(cut, slug, part)).shownActs();
    }

    /** Sessions and participations per place beside need. */
    Table universalism(Town.Known town, Evidence now, Activity activity) {
        List<Row> rows = new ArrayList<>();
        for (Town.Place place : town.places()) {
            Universalism.Line line = Universalism.line(
                    place.slug(),
                    place.need(),
                    place.population(),
                    activity.byPlace().getOrDefault(place.slug(), 0L),
                    now.figure(Cut.NEIGHBOURHOOD, place.slug()).shown());
            Double perThousand = line.sessionsPerThousand();
            PerThousand rate = line.rate();
            Double need = line.need();
            rows.add(new Row(
                    place.slug(),
                    place.name(),
                    Kind.USUAL,
                    List.of(
                            need == null ? Value.word(say("report.desk.not_known")) : Value.number(need, Unit.RATIO),
                            Value.count(line.sessions()),
                            perThousand == null ? Value.nothing() : Value.number(perThousand, Unit.PER_THOUSAND),
                            Value.count(line.participations()),
                            rate != null
                                    ? Value.number(rate.value(), Unit.PER_THOUSAND)
                                    : line.participations() == null ? Value.hidden() : Value.nothing())));
        }
        return table(
                "universalism",
                "neighbourhood",
                List.of("need", "sessions", "sessions_rate", "acts_all", "rate"),
                rows,
                null);
    }

    ConcentrationIndex concentration(Town.Known town, Evidence now) {
        return ConcentrationIndex.of(town.places().stream()
                .map(place -> new ConcentrationIndex.Place(
                        place.slug(),
                        place.need(),
                        place.population(),
                        now.figure(Cut.NEIGHBOURHOOD, place.slug()).shown()))
                .toList());
    }

    Table concentration(ConcentrationIndex index) {
        List<Row> rows = new ArrayList<>();
        Double value = index.value();
        Interval interval = index.interval();
        if (value != null && interval != null) {
            List<Value> values = new ArrayList<>(interval(value, interval, Unit.INDEX));
            values.add(Value.count((long) index.places()));
            values.add(Value.count((long) index.left()));
            rows.add(new Row("index", say("report.desk.index"), Kind.USUAL, values));
        }
        return table(
                "concentration", "measure", List.of("value", "low", "high", "places", "left"), rows, index.because());
    }

    /** Not in the daytime. */
    Table sessions(Activity activity) {
        return table(
                "sessions",
                "measure",
                List.of("part", "of", "share", "low", "high"),
                List.of(
                        session("late", activity.sessions().lateShare()),
                        session("child_care", activity.sessions().childCareShare()),
                        session("interpreter", activity.sessions().interpreterShare())),
                null);
    }

    private Row session(String key, Optional<Share> share) {
        List<Value> values = new ArrayList<>();
        values.add(Value.count(share.map(Share::part).orElse(0L)));
        values.add(Value.count(share.map(Share::of).orElse(0L)));
        values.addAll(share(share));
        return new Row(key, say("report.desk.session." + key), Kind.USUAL, values);
    }

    /** From diagnosis to evaluation. */
    Table continuity(Cut cut, Town.Known town, Evidence now) {
        Map<String, String> titles = new LinkedHashMap<>();
        if (cut == Cut.NEIGHBOURHOOD_PHASE) {
            town.places().forEach(place -> titles.put(place.slug(), place.name()));
        } else {
            Arrays.stream(Channel.values())
                    .forEach(channel -> titles.put(channel.name(), say("participation.channel." + channel.key())));
        }
        Map<String, Map<Phase, @Nullable Long>> counts = new LinkedHashMap<>();
        titles.keySet().forEach(key -> {
            Map<Phase, @Nullable Long> byPhase = new EnumMap<>(Phase.class);
            for (Phase phase : Phase.values()) {
                byPhase.put(phase, now.figure(cut, key, phase.name()).shown());
            }
            counts.put(key, byPhase);
        });
        List<Row> rows = new ArrayList<>();
        for (Continuity.Line line : Continuity.of(counts).lines()) {
            List<Value> values = new ArrayList<>();
            for (Phase phase : Phase.values()) {
                values.add(Value.count(
                        now.figure(cut, line.category(), phase.name()).shown()));
            }
            values.add(Value.word(say(
                    line.isContinuous()
                            ? "report.desk.continuous.yes"
                            : line.hidden().isEmpty()
                                    ? "report.desk.continuous.no"
                                    : "report.desk.continuous.hidden")));
            rows.add(new Row(line.category(), titles.getOrDefault(line.category(), ""), Kind.USUAL, values));
        }
        List<Column> columns = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            columns.add(new Column(phase.key(), say("contract.phase." + phase.name())));
        }
        columns.add(new Column("continuous", say("report.desk.column.continuous")));
        String key = cut == Cut.NEIGHBOURHOOD_PHASE ? "continuity_places" : "continuity_channels";
        return new Table(
                key,
                say("report.desk.table." + key),
                "continuity",
                say("report.desk.first." + (cut == Cut.NEIGHBOURHOOD_PHASE ? "neighbourhood" : "channel")),
                columns,
                rows,
                null,
                false);
    }

    /** Languages offered against languages spoken. */
    Table spoken(Set<String> offered, Map<String, Long> there, Evidence now) {
        Set<String> all = new LinkedHashSet<>(offered);
        all.addAll(there.keySet());
        // A row of its own would tell that somebody spoke it: LevelTables.keys.
        now.categories(Cut.LANGUAGE).stream()
                .filter(code -> !code.equals(Cut.UNKNOWN))
                .filter(code -> !now.figure(Cut.LANGUAGE, code).isHidden())
                .sorted()
                .forEach(all::add);
        List<Row> rows = new ArrayList<>();
        for (String code : all) {
            rows.add(new Row(
                    code,
                    languages.of(code, Language.SOURCE),
                    Kind.USUAL,
                    List.of(
                            Value.word(say(offered.contains(code) ? "report.desk.yes" : "report.desk.no")),
                            Value.count(there.getOrDefault(code, 0L)),
                            Value.count(now.figure(Cut.LANGUAGE, code).shown()))));
        }
        return table("languages", "language", List.of("offered", "spoken_there", "acts_all"), rows, null);
    }

    Table table(String key, String first, List<String> columns, List<Row> rows, @Nullable Refusal refusal) {
        return new Table(
                key,
                say("report.desk.table." + key),
                key.replaceAll("_(places|ages|genders|by_action|by_neighbourhood)$", ""),
                say("report.desk.first." + first),
                columns.stream()
                        .map(column -> new Column(column, say("report.desk.column." + column)))
                        .toList(),
                rows,
                refusal == null
                        ? null
                        : say("report.desk.refusal." + refusal.name().toLowerCase(Locale.ROOT)),
                false);
    }

    static List<Value> share(Optional<Share> share) {
        return share.map(found ->
                        interval(PERCENT * found.value(), found.interval().times(PERCENT), Unit.PERCENT))
                .orElse(List.of(Value.nothing(), Value.nothing(), Value.nothing()));
    }

    private static List<Value> interval(double value, Interval interval, Unit unit) {
        return List.of(
                Value.number(value, unit), Value.number(interval.low(), unit), Value.number(interval.high(), unit));
    }

    private static long or(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
