package org.portevoix.actionsheet;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Territory;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Subject;
import org.portevoix.web.NotFound;

/** Tells the figures of participation which contracts, axes, action sheets and neighbourhoods there are. */
@Singleton
class SheetSubject implements Subject {

    private final Contracts contracts;
    private final Territory territory;
    private final ActionSheetRepository sheets;
    private final Texts texts;
    private final Promises promises;

    SheetSubject(
            Contracts contracts, Territory territory, ActionSheetRepository sheets, Texts texts, Promises promises) {
        this.contracts = contracts;
        this.territory = territory;
        this.sheets = sheets;
        this.texts = texts;
        this.promises = promises;
    }

    @Override
    public OptionalLong contract(String slug) {
        return contracts.find(slug).filter(Contract::isPublic).stream()
                .mapToLong(Contract::id)
                .findFirst();
    }

    @Override
    public ZoneId zone(long contractId) {
        return contracts.find(contractId).orElseThrow(NotFound::new).zoneId();
    }

    @Override
    public List<Sheet> actionSheets(long contractId) {
        return sheets.findPlans(contractId).stream()
                .map(plan -> new Sheet(
                        plan.id(),
                        plan.slug(),
                        plan.axis(),
                        plan.isSensitive(),
                        level(plan.planLevel()),
                        plan.planHowMany()))
                .toList();
    }

    @Override
    public Map<Long, LocalDate> firstAnswerDays(long contractId) {
        return promises.firstAnswerDays(contractId);
    }

    @Override
    public Set<String> tags(long contractId) {
        return Set.of(Contract.tagOf(contractId), ActionSheets.listTag(contractId));
    }

    @Override
    public Map<String, Plate> plates(long contractId, Collection<String> slugs, String language) {
        List<ActionSheet> found = slugs.isEmpty() ? List.of() : sheets.findPublished(contractId, slugs);
        TextsRead read = texts.read(
                language, found.stream().flatMap(sheet -> Stream.of(sheet.titleText(), sheet.planNoneText())));
        return found.stream()
                .collect(Collectors.toMap(
                        ActionSheet::slug,
                        sheet -> new Plate(
                                title(read.get(sheet.titleText())),
                                sheet.planNoneText() == null ? null : title(read.get(sheet.planNoneText())))));
    }

    @Override
    public List<Axis> axes(long contractId, String language) {
        return territory.axes(contractId, language).stream()
                .map(axis -> new Axis(axis.slug(), title(axis.name())))
                .toList();
    }

    @Override
    public List<Neighbourhood> neighbourhoods(long contractId, String language) {
        return territory.neighbourhoods(contractId, language).stream()
                .map(each -> new Neighbourhood(
                        each.slug(), title(each.name()), each.row().population()))
                .toList();
    }

    @Override
    public List<String> inPriorityAreas(long contractId) {
        return territory.inPriorityAreas(contractId);
    }

    private static @Nullable ParticipationLevel level(@Nullable String name) {
        return name == null ? null : ParticipationLevel.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Title title(Translated text) {
        return new Title(text.body(), text.language());
    }
}
