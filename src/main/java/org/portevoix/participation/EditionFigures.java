package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Figures.NoRate;
import org.portevoix.participation.Figures.OfAction;
import org.portevoix.participation.Figures.Promise;
import org.portevoix.participation.Figures.Rate;

/** The figures of one edition: arranged in tables that add up, with what must be hidden decided once, for every reading of it. */
final class EditionFigures {
    // Of what would do to protect a small figure, the least useful goes first: a month's detail, then that of half a
    // year,
    // or an action's levels.
    private static final int MONTH_DETAIL = 0;
    private static final int PART_OF_TIME = 1;

    private static final int ACTION_LEVELS = 1;
    private static final int ACTIONS = 2;
    private static final int MAIN = 3;

    /** Slugs, populations and plans are the same in all languages. */
    private static final String ANY_LANGUAGE = "fr";

    /** @param acts of individuals */
    record OfMonth(long acts, int minimum, boolean isShown) {}

    private final Edition edition;
    private final List<Subject.Sheet> sheets;
    private final List<Edition.Listed> listed;
    private final List<Subject.Axis> axes;
    private final List<Subject.Neighbourhood> neighbourhoods;
    private final List<YearMonth> months;
    private final FigureTable.Count total = new FigureTable.Count();
    private final FigureTable level = new FigureTable("level");
    private final FigureTable channel = new FigureTable("channel");
    private final FigureTable neighbourhood = new FigureTable("neighbourhood");
    private final FigureTable axis = new FigureTable("axis");
    private final FigureTable action = new FigureTable("action");
    private final FigureTable month = new FigureTable("month");
    private final FigureTable intention = new FigureTable("intention");
    private final Map<String, FigureTable> levelsOfAction = new LinkedHashMap<>();
    /** By the id of the sheet. */
    private final Map<String, Long> seats = new LinkedHashMap<>();

    private final Map<String, String> slugById = new LinkedHashMap<>();
    private final Map<String, String> axisBySlug = new LinkedHashMap<>();
    /** The cells of the totals of years and half years. */
    private final Map<Period, Integer> totals = new LinkedHashMap<>();

    private final NamedCells hidden = new NamedCells();
    private final FigureTable.Count intentions = new FigureTable.Count();
    private final List<YearMonth> intentionMonths;
    private final NamedCells hiddenIntentions = new NamedCells();

    private EditionFigures(
            Edition edition,
            List<Subject.Sheet> sheets,
            List<Subject.Axis> axes,
            List<Subject.Neighbourhood> neighbourhoods) {
        this.edition = edition;
        this.sheets = sheets;
        this.listed = edition.sheets() == null ? listed(sheets) : edition.sheets();
        this.axes = axes;
        this.neighbourhoods = neighbourhoods;
        this.months = months(edition, false);
        this.intentionMonths = months(edition, true);
        listCategories();
        edition.cells().forEach(this::count);
        arrangeParticipations(hidden);
        arrangeIntentions(hiddenIntentions);
    }

    /** Those of an edition that was made, as it was decided then what they hide. */
    static EditionFigures of(Edition edition, Subject subject) {
        EditionFigures figures = arranged(edition, subject);
        figures.hidden.hideAsDecided(edition.hidden());
        figures.hiddenIntentions.hideAsDecided(edition.hidden());
        return figures;
    }

    /** Those of an edition that is being made after this one. */
    static EditionFigures after(Optional<Edition> before, Edition edition, Subject subject) {
        EditionFigures figures = arranged(edition, subject);
        figures.hidden.hideAlone();
        figures.hiddenIntentions.hideAlone();
        before.map(each -> of(each, subject)).ifPresent(then -> {
            figures.hidden.hideAfter(then.hidden, figures.apart(then), figures.tellingApart(then));
            figures.hiddenIntentions.hideAfter(then.hiddenIntentions, Set.of(), Set.of());
        });
        return figures;
    }

    /** The sheets by which they are arranged. */
    List<Edition.Listed> listed() {
        return listed;
    }

    /** The sheets that are public now, as an edition keeps them. */
    static List<Edition.Listed> listed(List<Subject.Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> new Edition.Listed(sheet.id(), sheet.slug(), sheet.axis(), sheet.isSensitive()))
                .toList();
    }

    private static EditionFigures arranged(Edition edition, Subject subject) {
        return new EditionFigures(
                edition,
                subject.actionSheets(edition.contractId()),
                subject.axes(edition.contractId(), ANY_LANGUAGE),
                subject.neighbourhoods(edition.contractId(), ANY_LANGUAGE));
    }

    /** The names of the figures that don't show. */
    Set<String> hiddenNames() {
        Set<String> names = new TreeSet<>(hidden.hiddenNames());
        names.addAll(hiddenIntentions.hiddenNames());
        return names;
    }

    Figures figures(@Nullable YearMonth from, @Nullable YearMonth to, Answers answers) {
        MonthRange range = range(from, to, months);
        return new Figures(
                edition.number(),
                edition.asOf(),
                from,
                to,
                shownTotal(total, month, range, hidden, totals),
                shownTotal(intentions, intention, range(from, to, intentionMonths), hiddenIntentions, Map.of()),
                level.shown(hidden, range),
                channel.shown(hidden, range),
                neighbourhood.shown(hidden, range),
                shownAxes(range),
                shownActions(range),
                shownMonths(range),
                rates(neighbourhood.shown(hidden, range)),
                range.isWhole() ? actions(answers) : List.of());
    }

    /**
     * What a figure of one month counts.
     *
     * @return empty where no such figure is listed; a figure that doesn't show says so
     */
    Optional<OfMonth> ofMonth(Cut cut, String category, YearMonth month) {
        FigureTable table = switch (cut) {
            case LEVEL -> level;
            case CHANNEL -> channel;
            case NEIGHBOURHOOD -> neighbourhood;
            case AXIS -> axis;
            case ACTION -> action;
            default -> throw new IllegalArgumentException(cut.name());
        };
        return table.find(category, month)
                .map(count ->
                        new OfMonth(count.acts(), count.minimum(), !hidden.isHidden(table.cell(category, month))));
    }

    private static List<YearMonth> months(Edition edition, boolean ofIntentions) {
        List<YearMonth> used = edition.cells().stream()
                .filter(cell -> (cell.breakdown() == Breakdown.INTENTION) == ofIntentions)
                .map(EditionCell::month)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        List<YearMonth> all = new ArrayList<>();
        if (!used.isEmpty()) {
            for (YearMonth next = used.getFirst(); !next.isAfter(used.getLast()); next = next.plusMonths(1)) {
                all.add(next);
            }
        }
        return all;
    }

    private static MonthRange range(@Nullable YearMonth from, @Nullable YearMonth to, List<YearMonth> months) {
        return months.isEmpty()
                ? MonthRange.of(from, to, null, null)
                : MonthRange.of(from, to, months.getFirst(), months.getLast());
    }

    private void listCategories() {
        for (ParticipationLevel each : ParticipationLevel.values()) {
            level.category(each.key(), false, months);
        }
        for (Channel each : Channel.values()) {
            channel.category(each.key(), false, months);
        }
        neighbourhoods.forEach(each -> neighbourhood.category(each.slug(), false, months));
        axes.forEach(each -> axis.category(each.slug(), false, months));
        Set<Long> sensitive = sheets.stream()
                .filter(Subject.Sheet::isSensitive)
                .map(Subject.Sheet::id)
                .collect(Collectors.toSet());
        for (Edition.Listed sheet : listed) {
            slugById.put(Long.toString(sheet.id()), sheet.slug());
            axis.category(sheet.axis(), false, months);
            listAction(sheet.slug(), sheet.axis(), sheet.isSensitive() || sensitive.contains(sheet.id()));
        }
        axis.category(Figures.NO_AXIS, false, months);
        listAction(Figures.NO_ACTION, Figures.NO_AXIS, false);
        edition.cells().stream()
                .filter(cell -> cell.breakdown() == Breakdown.NEIGHBOURHOOD)
                .map(EditionCell::category)
                .filter(each -> !each.equals(LedgerLine.OTHER_TOWN) && !each.equals(LedgerLine.UNKNOWN))
                .sorted()
                .forEach(each -> neighbourhood.category(each, false, months));
        neighbourhood.category(LedgerLine.OTHER_TOWN, false, months);
        neighbourhood.category(LedgerLine.UNKNOWN, false, months);
        months.forEach(each -> month.category(each.toString(), false, List.of()));
        intentionMonths.forEach(each -> intention.category(each.toString(), false, List.of()));
    }

    /** The rows in which a sheet's acts are counted: those of its own, or of none where it isn't listed. */
    private Set<String> rows(long sheet) {
        String slug = slugById.getOrDefault(Long.toString(sheet), Figures.NO_ACTION);
        return Set.of("action " + slug, "levels " + slug, "axis " + axisBySlug.getOrDefault(slug, Figures.NO_AXIS));
    }

    /** The sheets whose acts are counted in other rows than they were, of those that had any. */
    private Set<Long> moved(EditionFigures then) {
        Set<String> withActs = then.edition.cells().stream()
                .filter(cell -> cell.breakdown() == Breakdown.ACTION)
                .map(EditionCell::category)
                .collect(Collectors.toSet());
        return Stream.of(listed, then.listed)
                .flatMap(List::stream)
                .map(Edition.Listed::id)
                .filter(sheet ->
                        withActs.contains(Long.toString(sheet)) && !rows(sheet).equals(then.rows(sheet)))
                .collect(Collectors.toSet());
    }

    /** The names of the figures that count other sheets than they did. */
    private Set<String> apart(EditionFigures then) {
        Set<String> apart = new HashSet<>();
        Set<Long> moved = moved(then);
        if (!moved.isEmpty()) {
            Map<String, List<String>> names = hidden.namesByRow();
            for (long sheet : moved) {
                rowsOfBoth(then, sheet).forEach(row -> apart.addAll(names.getOrDefault(row, List.of())));
            }
        }
        return apart;
    }

    private Set<String> rowsOfBoth(EditionFigures then, long sheet) {
        Set<String> rows = new HashSet<>(rows(sheet));
        rows.addAll(then.rows(sheet));
        return rows;
    }

    /**
     * The names of those that, less what they were, would tell of a figure that one of the two editions hides: of the sheet, or of
     * what hid beside a row that it was moved to.
     */
    private Set<String> tellingApart(EditionFigures then) {
        Set<String> telling = new HashSet<>();
        Set<Long> moved = moved(then);
        if (!moved.isEmpty()) {
            Map<String, List<String>> names = hidden.namesByRow();
            for (long sheet : moved) {
                boolean isLate = !then.slugById.containsKey(Long.toString(sheet));
                long was = then.actsOf(sheet);
                for (String row : rowsOfBoth(then, sheet)) {
                    for (String name : names.getOrDefault(row, List.of())) {
                        String ending = name.substring(row.length());
                        boolean hasHardlyMoved = isLate
                                && was < SmallCells.SENSITIVE_MINIMUM
                                && hidden.isUnder(name, was + SmallCells.MINIMUM);
                        if (then.hidden.hides(name)
                                || hidesOf(sheet, ending)
                                || then.hidesOf(sheet, ending)
                                || hasHardlyMoved) {
                            telling.add(name);
                        }
                    }
                }
            }
        }
        return telling;
    }

    private long actsOf(long sheet) {
        return edition.cells().stream()
                .filter(cell ->
                        cell.breakdown() == Breakdown.ACTION && cell.category().equals(Long.toString(sheet)))
                .mapToLong(EditionCell::acts)
                .sum();
    }

    /** Whether a figure of a listed sheet is hidden: of the month or the level with which its name ends. */
    private boolean hidesOf(long sheet, String ending) {
        String slug = slugById.get(Long.toString(sheet));
        return slug != null && (hidden.hides("action " + slug + ending) || hidden.hides("levels " + slug + ending));
    }

    private void listAction(String slug, String ofAxis, boolean isSensitive) {
        action.category(slug, isSensitive, months);
        axisBySlug.put(slug, ofAxis);
        FigureTable levels = new FigureTable("levels " + slug);
        for (ParticipationLevel each : ParticipationLevel.values()) {
            levels.category(each.key(), isSensitive, List.of());
        }
        levelsOfAction.put(slug, levels);
    }

    private void count(EditionCell cell) {
        switch (cell.breakdown()) {
            case INTENTION -> {
                intentions.add(cell);
                intention.add(String.valueOf(cell.month()), cell);
            }
            case MONTH -> {
                total.add(cell);
                month.add(String.valueOf(cell.month()), cell);
            }
            case LEVEL -> level.add(ParticipationLevel.valueOf(cell.category()).key(), cell);
            case CHANNEL -> channel.add(Channel.valueOf(cell.category()).key(), cell);
            case NEIGHBOURHOOD -> neighbourhood.add(cell.category(), cell);
            case ACTION -> {
                action.add(slug(cell), cell);
                axis.add(axisBySlug.getOrDefault(slug(cell), Figures.NO_AXIS), cell);
            }
            case ACTION_LEVEL -> {
                if (cell.level() != null) {
                    levels(slug(cell)).add(cell.level().key(), cell);
                }
            }
            case SEAT -> seats.merge(cell.category(), cell.acts(), Long::sum);
        }
    }

    /** An action sheet that isn't public counts as none. */
    private String slug(EditionCell cell) {
        return slugById.getOrDefault(cell.category(), Figures.NO_ACTION);
    }

    private FigureTable levels(String slug) {
        return levelsOfAction.computeIfAbsent(slug, unused -> new FigureTable("levels " + slug));
    }

    private void arrangeParticipations(NamedCells cells) {
        int all = cells.total("total", total);
        month.cells(cells, MAIN, PART_OF_TIME, MONTH_DETAIL);
        addTotals(cells, all);
        cells.table(month.cells());
        for (FigureTable table : List.of(level, channel, neighbourhood, axis)) {
            table.cells(cells, MAIN, PART_OF_TIME, MONTH_DETAIL);
            cells.sum(all, table.cells());
            addMonths(cells, table);
        }
        action.cells(cells, ACTIONS, PART_OF_TIME, MONTH_DETAIL);
        cells.sum(all, action.cells());
        addMonths(cells, action);
        addActionsOfAxes(cells);
        addLevelsOfActions(cells);
    }

    /** The total of each year and half year: readers look at these first. */
    private void addTotals(NamedCells cells, int all) {
        Map<Period, FigureTable.Count> counts = new LinkedHashMap<>();
        Map<YearMonth, Integer> byMonth = new LinkedHashMap<>();
        for (YearMonth each : months) {
            byMonth.put(each, month.cell(each.toString()));
            FigureTable.parts(each)
                    .forEach(period -> counts.computeIfAbsent(period, unused -> new FigureTable.Count())
                            .add(month.count(each.toString())));
        }
        counts.forEach(
                (period, count) -> totals.put(period, cells.cell("total " + period.key(), count, SmallCells.SUMS)));
        FigureTable.addUp(cells, all, totals, byMonth);
    }

    private void addMonths(NamedCells cells, FigureTable table) {
        cells.table(table.cells());
        totals.forEach((period, total0) -> {
            cells.sum(total0, table.cells(period));
            cells.table(table.cells(period));
        });
        for (YearMonth each : months) {
            cells.sum(month.cell(each.toString()), table.cells(each));
            cells.table(table.cells(each));
        }
    }

    private void addActionsOfAxes(NamedCells cells) {
        for (String ofAxis : axis.keys()) {
            List<String> slugs = action.keys().stream()
                    .filter(slug -> ofAxis.equals(axisBySlug.get(slug)))
                    .toList();
            cells.sum(axis.cell(ofAxis), slugs.stream().mapToInt(action::cell).toArray());
            for (Period each : totals.keySet()) {
                cells.sum(
                        axis.cell(ofAxis, each),
                        slugs.stream().mapToInt(slug -> action.cell(slug, each)).toArray());
            }
            for (YearMonth each : months) {
                cells.sum(
                        axis.cell(ofAxis, each),
                        slugs.stream().mapToInt(slug -> action.cell(slug, each)).toArray());
            }
        }
    }

    private void addLevelsOfActions(NamedCells cells) {
        levelsOfAction.forEach((slug, levels) -> {
            levels.cells(cells, ACTION_LEVELS, ACTION_LEVELS, ACTION_LEVELS);
            cells.sum(action.cell(slug), levels.cells());
            cells.table(levels.cells());
        });
        for (String each : level.keys()) {
            cells.sum(
                    level.cell(each),
                    levelsOfAction.values().stream()
                            .mapToInt(levels -> levels.cell(each))
                            .toArray());
        }
    }

    private void arrangeIntentions(NamedCells cells) {
        int all = cells.total("intentions", intentions);
        intention.cells(cells, MAIN, PART_OF_TIME, MONTH_DETAIL);
        cells.sum(all, intention.cells());
        cells.table(intention.cells());
    }

    /** The total always shows; the sum of some months, where they do or the others do, or it is that of half a year or a year. */
    private static @Nullable Long shownTotal(
            FigureTable.Count total,
            FigureTable byMonth,
            MonthRange range,
            NamedCells hidden,
            Map<Period, Integer> ofPeriods) {
        if (range.isWhole()) {
            return total.shown();
        }
        long inside = 0;
        boolean isInsideShown = true;
        boolean isOutsideShown = true;
        for (String key : byMonth.keys()) {
            boolean isShown = !hidden.isHidden(byMonth.cell(key));
            if (range.contains(YearMonth.parse(key))) {
                inside += byMonth.count(key).shown();
                isInsideShown &= isShown;
            } else {
                isOutsideShown &= isShown;
            }
        }
        List<YearMonth> known = byMonth.keys().stream().map(YearMonth::parse).toList();
        boolean isPeriodShown = ofPeriods.entrySet().stream()
                .anyMatch(period ->
                        !hidden.isHidden(period.getValue()) && FigureTable.isSame(range, period.getKey(), known));
        return isInsideShown || isOutsideShown || isPeriodShown ? inside : null;
    }

    /** Of axes that are no more, nothing is told. */
    private Map<String, @Nullable Long> shownAxes(MonthRange range) {
        Set<String> present = new HashSet<>(Set.of(Figures.NO_AXIS));
        axes.forEach(each -> present.add(each.slug()));
        sheets.forEach(sheet -> present.add(sheet.axis()));
        Map<String, @Nullable Long> shown = new LinkedHashMap<>(axis.shown(hidden, range));
        for (Subject.Sheet sheet : sheets) {
            if (!shown.containsKey(sheet.axis())) {
                shown.put(sheet.axis(), 0L);
            }
        }
        shown.keySet().retainAll(present);
        return Collections.unmodifiableMap(shown);
    }

    /** Of sheets that were withdrawn since the edition was made, nothing is told; of those published since, only that they have none. */
    private Map<String, @Nullable Long> shownActions(MonthRange range) {
        Map<String, @Nullable Long> all = action.shown(hidden, range);
        Map<String, @Nullable Long> shown = new LinkedHashMap<>();
        for (Subject.Sheet sheet : sheets) {
            shown.put(sheet.slug(), isListed(sheet) ? all.get(sheet.slug()) : ofUnlisted(sheet));
        }
        shown.put(Figures.NO_ACTION, all.get(Figures.NO_ACTION));
        return FigureTable.withoutZerosBesideHidden(shown);
    }

    private boolean isListed(Subject.Sheet sheet) {
        return sheet.slug().equals(slugById.get(Long.toString(sheet.id())));
    }

    /** The acts of a sheet that was published since are counted under none until the next edition. */
    private @Nullable Long ofUnlisted(Subject.Sheet sheet) {
        boolean hasActs =
                edition.cells().stream().anyMatch(cell -> cell.category().equals(Long.toString(sheet.id())));
        return hasActs ? null : 0L;
    }

    private Map<String, @Nullable Long> shownLevels(Subject.Sheet sheet, @Nullable Long all) {
        if (isListed(sheet)) {
            return levels(sheet.slug()).shown(hidden, MonthRange.of(null, null, null, null));
        }
        Map<String, @Nullable Long> shown = new LinkedHashMap<>();
        for (ParticipationLevel each : ParticipationLevel.values()) {
            shown.put(each.key(), all);
        }
        return Collections.unmodifiableMap(shown);
    }

    /** A total under the minimum has no breakdown: the month of a lone act isn't even named. */
    private Map<String, @Nullable Long> shownMonths(MonthRange range) {
        Map<String, @Nullable Long> values = new LinkedHashMap<>();
        if (total.acts() == 0 || total.acts() >= total.minimum()) {
            month.shown(hidden, MonthRange.of(null, null, null, null)).forEach((key, value) -> {
                if (range.contains(YearMonth.parse(key))) {
                    values.put(key, value);
                }
            });
        }
        return Collections.unmodifiableMap(values);
    }

    private Map<String, Rate> rates(Map<String, @Nullable Long> shown) {
        Map<String, Integer> populations = new LinkedHashMap<>();
        for (Subject.Neighbourhood each : neighbourhoods) {
            if (each.population() != null && each.population() > 0) {
                populations.put(each.slug(), each.population());
            }
        }
        Map<String, Rate> rates = new LinkedHashMap<>();
        shown.forEach((slug, count) -> rates.put(slug, rate(slug, count, populations.get(slug))));
        return Collections.unmodifiableMap(rates);
    }

    private static Rate rate(String slug, @Nullable Long count, @Nullable Integer population) {
        if (slug.equals(LedgerLine.OTHER_TOWN) || slug.equals(LedgerLine.UNKNOWN)) {
            return new Rate(null, NoRate.NOT_A_NEIGHBOURHOOD);
        }
        if (population == null) {
            return new Rate(null, NoRate.POPULATION_UNKNOWN);
        }
        return count == null ? new Rate(null, NoRate.HIDDEN) : new Rate(1000.0 * count / population, null);
    }

    private List<OfAction> actions(Answers answers) {
        MonthRange whole = MonthRange.of(null, null, null, null);
        Map<String, @Nullable Long> totals = shownActions(whole);
        List<OfAction> all = new ArrayList<>();
        for (Subject.Sheet sheet : sheets) {
            Map<String, @Nullable Long> byLevel = shownLevels(sheet, totals.get(sheet.slug()));
            boolean isAnswered = answers.areGiven(sheet.id());
            all.add(new OfAction(
                    sheet.slug(),
                    sheet.axis(),
                    sheet.aimedAt(),
                    sheet.planned(),
                    totals.get(sheet.slug()),
                    byLevel,
                    reached(sheet, byLevel, isAnswered),
                    promise(sheet, byLevel, answers)));
        }
        return List.copyOf(all);
    }

    private @Nullable ParticipationLevel reached(
            Subject.Sheet sheet, Map<String, @Nullable Long> byLevel, boolean isAnswered) {
        if (seats.getOrDefault(Long.toString(sheet.id()), 0L) > 0) {
            return ParticipationLevel.DECIDER;
        }
        long enough = Math.max(SmallCells.MINIMUM, sheet.planned() == null ? 0 : sheet.planned());
        ParticipationLevel reached = null;
        for (ParticipationLevel each : ParticipationLevel.values()) {
            Long acts = byLevel.get(each.key());
            boolean counts = each != ParticipationLevel.DECIDER && (each != ParticipationLevel.CONSULTED || isAnswered);
            if (counts && acts != null && acts >= enough) {
                reached = each;
            }
        }
        return reached;
    }

    private static Promise promise(Subject.Sheet sheet, Map<String, @Nullable Long> byLevel, Answers answers) {
        if (answers.areGiven(sheet.id())) {
            return Promise.KEPT;
        }
        if (answers.areLate(sheet.id())) {
            return Promise.BROKEN;
        }
        Long opinions = byLevel.get(ParticipationLevel.CONSULTED.key());
        boolean isAwaited = answers.arePromised(sheet.id())
                || sheet.aimedAt() == ParticipationLevel.CONSULTED
                || (opinions != null && opinions > 0);
        return isAwaited ? Promise.NOT_YET : Promise.NONE;
    }
}
