package org.portevoix.actionsheet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Partner;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Territory.Named;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What the sheets of a contract tell of a year, so that its report is typed by nobody. */
@Singleton
public class SheetYears {
    private final ActionSheetRepository sheets;
    private final MeasureRepository measures;
    private final Territory territory;
    private final Texts texts;

    SheetYears(ActionSheetRepository sheets, MeasureRepository measures, Territory territory, Texts texts) {
        this.sheets = sheets;
        this.measures = measures;
        this.territory = territory;
        this.texts = texts;
    }

    /** What hangs on the sheets, by the id of each. */
    private record Hung(
            Map<Long, List<YearStep>> steps,
            Map<Long, List<Long>> planned,
            Map<Long, List<Measure>> measures,
            Map<Long, List<MeasureReading>> readings,
            Map<Long, List<Long>> partners,
            Map<Long, List<Held>> held,
            Map<Long, String> names,
            Map<Long, String> places,
            TextsRead read) {}

    /** Those with these ids that there are, in the order asked for. */
    public List<SheetYear> of(long contractId, List<Long> ids, Year year) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, ActionSheet> found =
                sheets.findByIdIn(ids).stream().collect(Collectors.toMap(ActionSheet::id, sheet -> sheet));
        Hung hung = hung(contractId, ids, found.values());
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(sheet -> sheet(sheet, hung, year))
                .toList();
    }

    private Hung hung(long contractId, List<Long> ids, Collection<ActionSheet> found) {
        List<YearStep> steps = sheets.findSteps(ids);
        List<OfSheet> planned = sheets.findPlannedIndicators(ids);
        List<Measure> measured = measures.findBySheet(ids);
        List<OfSheet> partners = sheets.findPartners(ids);
        Set<Long> people = Stream.concat(
                        partners.stream().map(OfSheet::id),
                        found.stream().map(ActionSheet::leadPartnerId).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        Map<Long, String> places = new HashMap<>();
        for (Named<Neighbourhood> place : territory.neighbourhoods(contractId, Language.SOURCE)) {
            places.put(place.row().id(), place.slug());
        }
        return new Hung(
                steps.stream().collect(groupingBy(YearStep::actionSheetId)),
                planned.stream().collect(groupingBy(OfSheet::actionSheetId, mapping(OfSheet::id, toList()))),
                measured.stream().collect(groupingBy(Measure::actionSheetId)),
                measured.isEmpty()
                        ? Map.of()
                        : measures.findReadings(ids).stream().collect(groupingBy(MeasureReading::measureId)),
                partners.stream().collect(groupingBy(OfSheet::actionSheetId, mapping(OfSheet::id, toList()))),
                sheets.findHeld(ids).stream().collect(groupingBy(Held::actionSheetId)),
                territory.partners(people).stream().collect(Collectors.toMap(Partner::id, Partner::name)),
                places,
                texts.read(
                        Language.SOURCE,
                        Stream.of(
                                        found.stream().flatMap(ActionSheet::texts),
                                        steps.stream()
                                                .flatMap(step -> Stream.of(step.noteText(), step.adaptationText())),
                                        planned.stream().map(OfSheet::id),
                                        measured.stream().map(Measure::titleText))
                                .flatMap(texts -> texts)));
    }

    private static SheetYear sheet(ActionSheet sheet, Hung hung, Year year) {
        List<YearStep> steps = hung.steps().getOrDefault(sheet.id(), List.of());
        LocalDate end = year.atMonth(12).atEndOfMonth();
        YearStep last = steps.stream()
                .filter(step -> !step.changedOn().isAfter(end))
                .reduce((first, second) -> second)
                .orElse(null);
        boolean isLatest = steps.isEmpty() || last != null && last.equals(steps.getLast());
        List<SheetYear.Indicator> indicators = hung.measures().getOrDefault(sheet.id(), List.of()).stream()
                .map(measure -> indicator(measure, hung, year))
                .toList();
        Set<String> measured =
                indicators.stream().map(SheetYear.Indicator::title).collect(Collectors.toSet());
        return new SheetYear(
                sheet.id(),
                sheet.slug(),
                Objects.requireNonNull(say(sheet.titleText(), hung)),
                Objects.requireNonNull(say(sheet.summaryText(), hung)),
                who(sheet, hung),
                where(sheet, hung),
                sheet.phase(),
                sheet.startsOn(),
                sheet.endsOn(),
                isLatest ? sheet.progress() : last == null ? null : last.progress(),
                isLatest ? sheet.outcome() : last == null ? null : last.outcome(),
                steps.stream()
                        .filter(step -> step.changedOn().getYear() == year.getValue())
                        .map(step -> new SheetYear.Step(
                                step.changedOn(),
                                step.progress(),
                                step.outcome(),
                                step.reason(),
                                say(step.noteText(), hung),
                                say(step.adaptationText(), hung)))
                        .toList(),
                indicators,
                hung.planned().getOrDefault(sheet.id(), List.of()).stream()
                        .map(text -> hung.read().get(text).body())
                        .filter(title -> !measured.contains(title))
                        .toList(),
                new SheetYear.Plan(
                        say(sheet.planWhoText(), hung),
                        say(sheet.planInvitedText(), hung),
                        say(sheet.planFollowedText(), hung),
                        say(sheet.planNoneText(), hung)),
                new SheetYear.Why(
                        say(sheet.objectivesText(), hung),
                        say(sheet.contextText(), hung),
                        say(sheet.meansText(), hung),
                        sheet.determinantWords(),
                        sheet.pathwayWords(),
                        say(sheet.pathwayBreakText(), hung)));
    }

    private static SheetYear.Who who(ActionSheet sheet, Hung hung) {
        Long lead = sheet.leadPartnerId();
        return new SheetYear.Who(
                lead == null ? "" : hung.names().getOrDefault(lead, ""),
                hung.partners().getOrDefault(sheet.id(), List.of()).stream()
                        .map(id -> hung.names().getOrDefault(id, ""))
                        .sorted()
                        .toList(),
                sheet.publicWords());
    }

    private static SheetYear.Where where(ActionSheet sheet, Hung hung) {
        List<Held> held = hung.held().getOrDefault(sheet.id(), List.of());
        return new SheetYear.Where(
                sheet.approach(),
                say(sheet.approachBaseText(), hung),
                say(sheet.approachStrongerText(), hung),
                say(sheet.approachWhyText(), hung),
                held.stream()
                        .filter(Held::isHeld)
                        .map(one -> hung.places().getOrDefault(one.neighbourhoodId(), ""))
                        .toList(),
                held.stream()
                        .filter(Held::isStronger)
                        .map(one -> hung.places().getOrDefault(one.neighbourhoodId(), ""))
                        .toList());
    }

    private static SheetYear.Indicator indicator(Measure measure, Hung hung, Year year) {
        return new SheetYear.Indicator(
                hung.read().get(measure.titleText()).body(),
                measure.kind(),
                measure.unit(),
                measure.baseline(),
                measure.target(),
                hung.readings().getOrDefault(measure.id(), List.of()).stream()
                        .filter(reading -> reading.measuredOn().getYear() == year.getValue())
                        .map(reading -> new SheetYear.Reading(reading.measuredOn(), reading.value(), reading.source()))
                        .toList());
    }

    private static @Nullable String say(@Nullable Long text, Hung hung) {
        Translated read = hung.read().find(text);
        return read == null ? null : read.body();
    }
}
