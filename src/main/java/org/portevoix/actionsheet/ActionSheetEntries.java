package org.portevoix.actionsheet;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Partner;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Territory.Named;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** Decides what the open data tells of action sheets. */
@Singleton
class ActionSheetEntries {

    private final ActionSheetRepository sheets;
    private final MeasureRepository measures;
    private final Territory territory;
    private final Texts texts;
    private final OpenData openData;

    ActionSheetEntries(
            ActionSheetRepository sheets,
            MeasureRepository measures,
            Territory territory,
            Texts texts,
            OpenData openData) {
        this.sheets = sheets;
        this.measures = measures;
        this.territory = territory;
        this.texts = texts;
        this.openData = openData;
    }

    /** The published ones, in the contract's own order. */
    List<ActionSheetEntry> of(Visit visit) {
        List<ActionSheet> found = sheets.findPublished(visit.contractId());
        List<Measure> measured = found.isEmpty()
                ? List.of()
                : measures.findBySheet(found.stream().map(ActionSheet::id).toList());
        TextsRead read = texts.read(
                visit.lang(),
                Stream.concat(
                        found.stream().flatMap(ActionSheet::texts),
                        measured.stream().map(Measure::titleText)));
        Names names = names(visit, found);
        Map<Long, List<MeasureReading>> readings = measured.isEmpty()
                ? Map.of()
                : measures
                        .findReadings(measured.stream()
                                .map(Measure::actionSheetId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(MeasureReading::measureId));
        Map<Long, List<ActionSheetEntry.Indicator>> indicators = measured.stream()
                .collect(Collectors.groupingBy(
                        Measure::actionSheetId,
                        Collectors.mapping(
                                one -> indicator(
                                        one,
                                        readings.getOrDefault(one.id(), List.of()),
                                        read.get(one.titleText()).body()),
                                Collectors.toList())));
        return found.stream()
                .map(sheet -> entry(
                        visit,
                        sheet,
                        names,
                        indicators.getOrDefault(sheet.id(), List.of()),
                        new Wording(read, sheet.titleText())))
                .toList();
    }

    private static ActionSheetEntry.Indicator indicator(Measure measure, List<MeasureReading> readings, String title) {
        MeasureReading latest = readings.isEmpty() ? null : readings.getLast();
        return new ActionSheetEntry.Indicator(
                title,
                measure.kind().toLowerCase(Locale.ROOT),
                measure.unit().isEmpty() ? null : measure.unit(),
                measure.baseline(),
                measure.target(),
                latest == null ? null : latest.value(),
                latest == null ? null : latest.source(),
                latest == null ? null : latest.measuredOn().toString(),
                readings.stream()
                        .map(one ->
                                new ActionSheetEntry.Reading(one.measuredOn().toString(), one.value(), one.source()))
                        .toList());
    }

    private ActionSheetEntry entry(
            Visit visit, ActionSheet sheet, Names names, List<ActionSheetEntry.Indicator> indicators, Wording words) {
        return new ActionSheetEntry(
                sheet.slug(),
                words.title(),
                words.language(),
                words.say("summary", sheet.summaryText()),
                Objects.requireNonNull(names.axes().get(sheet.axisId())),
                sheet.themeId() == null ? null : names.themes().get(sheet.themeId()),
                word(sheet.phase()),
                sheet.progress().toLowerCase(Locale.ROOT),
                word(sheet.outcome()),
                sheet.approach().toLowerCase(Locale.ROOT),
                sheet.determinantWords(),
                sheet.publicWords(),
                names.held().getOrDefault(sheet.id(), List.of()),
                sheet.leadPartnerId() == null ? null : names.partners().get(sheet.leadPartnerId()),
                sheet.startsOn(),
                sheet.endsOn(),
                practical(sheet, words),
                plan(sheet, words),
                words.find("objectives", sheet.objectivesText()),
                words.find("context", sheet.contextText()),
                words.find("means", sheet.meansText()),
                new ActionSheetEntry.Pathway(
                        sheet.pathwayWords(), words.find("pathway.break", sheet.pathwayBreakText())),
                indicators,
                openData.url(visit.address("/actions/" + sheet.slug())),
                words.otherLanguages(),
                words.isStale());
    }

    private static ActionSheetEntry.Practical practical(ActionSheet sheet, Wording words) {
        return new ActionSheetEntry.Practical(
                words.find("practical.place", sheet.placeText()),
                sheet.address(),
                words.say("practical.hours", sheet.hoursText()),
                sheet.telephone(),
                sheet.isFree(),
                words.find("practical.price", sheet.priceText()),
                sheet.appointment().toLowerCase(Locale.ROOT),
                words.find("practical.papers", sheet.papersText()),
                sheet.languageCodes());
    }

    private static ActionSheetEntry.Plan plan(ActionSheet sheet, Wording words) {
        return new ActionSheetEntry.Plan(
                word(sheet.planLevel()),
                words.find("plan.who", sheet.planWhoText()),
                sheet.planHowMany(),
                words.find("plan.invited", sheet.planInvitedText()),
                words.find("plan.followed", sheet.planFollowedText()),
                words.find("plan.noneBecause", sheet.planNoneText()));
    }

    private static @Nullable String word(@Nullable String word) {
        return word == null ? null : word.toLowerCase(Locale.ROOT);
    }

    private Names names(Visit visit, List<ActionSheet> found) {
        List<Named<Neighbourhood>> neighbourhoods = territory.neighbourhoods(visit.contractId(), visit.lang());
        Map<Long, Set<Long>> held = found.isEmpty()
                ? Map.of()
                : sheets.findHeld(found.stream().map(ActionSheet::id).toList()).stream()
                        .filter(Held::isHeld)
                        .collect(Collectors.groupingBy(
                                Held::actionSheetId, Collectors.mapping(Held::neighbourhoodId, Collectors.toSet())));
        Set<Long> leads = found.stream()
                .map(ActionSheet::leadPartnerId)
                .filter(Objects::nonNull)
                .map(id -> (Long) id)
                .collect(Collectors.toSet());
        return new Names(
                territory.axes(visit.contractId(), visit.lang()).stream()
                        .collect(Collectors.toMap(one -> one.row().id(), Named::slug)),
                territory.themes(visit.contractId(), visit.lang()).stream()
                        .collect(Collectors.toMap(one -> one.row().id(), Named::slug)),
                held.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> neighbourhoods.stream()
                                        .filter(one -> entry.getValue()
                                                .contains(one.row().id()))
                                        .map(Named::slug)
                                        .toList())),
                territory.partners(leads).stream().collect(Collectors.toMap(Partner::id, Partner::name)));
    }

    /** By id: slugs of axes and themes, slugs of the neighbourhoods where a sheet is held, names of partners. */
    private record Names(
            Map<Long, String> axes,
            Map<Long, String> themes,
            Map<Long, List<String>> held,
            Map<Long, String> partners) {}
}
