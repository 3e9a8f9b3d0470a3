package org.portevoix.actionsheet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheetListPage.Card;
import org.portevoix.actionsheet.ActionSheetListPage.Choice;
import org.portevoix.contract.Axis;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Partner;
import org.portevoix.contract.Preview;
import org.portevoix.contract.Surroundings;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Territory.Named;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Paging;

/** Decides what the pages of action sheets show. */
@Singleton
class ActionSheetPages implements Preview {

    static final int PAGE_SIZE = 10;

    /** The open data has those before. */
    private static final int READINGS = 12;

    private final ActionSheetRepository sheets;
    private final MeasureRepository measures;
    private final Territory territory;
    private final Texts texts;
    private final Messages messages;
    private final Calendar calendar;
    private final Surroundings surroundings;

    ActionSheetPages(
            ActionSheetRepository sheets,
            MeasureRepository measures,
            Territory territory,
            Texts texts,
            Messages messages,
            Calendar calendar,
            Surroundings surroundings) {
        this.sheets = sheets;
        this.measures = measures;
        this.territory = territory;
        this.texts = texts;
        this.messages = messages;
        this.calendar = calendar;
        this.surroundings = surroundings;
    }

    /** A filter that names nothing here is NotFound, and so is a page after the last. */
    Page list(Visit visit, @Nullable String axe, @Nullable String quartier, @Nullable String theme, int number) {
        var axes = territory.axes(visit.contractId(), visit.lang());
        var neighbourhoods = territory.neighbourhoods(visit.contractId(), visit.lang());
        var themes = territory.themes(visit.contractId(), visit.lang());
        Named<Axis> axis = chosen(axes, axe);
        Named<Neighbourhood> neighbourhood = chosen(neighbourhoods, quartier);
        var chosenTheme = chosen(themes, theme);
        Paging<ActionSheet> paging = Paging.of(
                number,
                PAGE_SIZE,
                (count, skip) -> sheets.findPublished(
                        visit.contractId(),
                        axis == null ? null : axis.row().id(),
                        chosenTheme == null ? null : chosenTheme.row().id(),
                        neighbourhood == null ? null : neighbourhood.row().id(),
                        count,
                        skip));
        var content = new ActionSheetListPage(
                choices(axes, axe),
                choices(neighbourhoods, quartier),
                choices(themes, theme),
                axe != null || quartier != null || theme != null,
                cards(visit, paging.items(), axes),
                query(axe, quartier, theme),
                paging);
        return new Page(
                "actionsheet/list",
                visit.layout(messages.say(visit.lang(), "actionsheet.list.title"), "/actions", "actions"),
                content,
                Set.of(visit.contract().tag(), ActionSheet.listTag(visit.contractId())));
    }

    Page show(Visit visit, String slug) {
        return show(visit, sheets.findPublished(visit.contractId(), slug).orElseThrow(NotFound::new));
    }

    @Override
    public String list() {
        return "actions";
    }

    @Override
    public Page of(Visit visit, String slug) {
        return show(visit, sheets.findForPreview(visit.contractId(), slug).orElseThrow(NotFound::new));
    }

    private Page show(Visit visit, ActionSheet sheet) {
        List<PastProgress> history = sheets.findHistory(sheet.id());
        List<Long> indicators = sheets.findIndicatorTexts(sheet.id());
        List<Measure> measured = measures.findBySheet(List.of(sheet.id()));
        List<MeasureReading> readings = measured.isEmpty() ? List.of() : measures.findReadings(List.of(sheet.id()));
        TextsRead read = texts.read(
                visit.lang(),
                Stream.of(
                                sheet.texts(),
                                indicators.stream(),
                                measured.stream().map(Measure::titleText),
                                history.stream().flatMap(past -> Stream.of(past.noteText(), past.adaptationText())))
                        .flatMap(ids -> ids));
        List<Held> held = sheets.findHeld(List.of(sheet.id()));
        var neighbourhoods = territory.neighbourhoods(visit.contractId(), visit.lang());
        Named<Axis> axis = territory.axes(visit.contractId(), visit.lang()).stream()
                .filter(one -> one.row().id() == sheet.axisId())
                .findFirst()
                .orElseThrow();
        var content = new ActionSheetPage(
                sheet,
                axis.name(),
                axis.row().colour(),
                axis.slug(),
                read,
                names(neighbourhoods, held.stream().filter(Held::isHeld).toList()),
                names(neighbourhoods, held.stream().filter(Held::isStronger).toList()),
                territory.partners(sheets.findPartnerIds(sheet.id())),
                lead(sheet),
                sheet.startsOn() == null ? null : calendar.day(visit.lang(), sheet.startsOn()),
                sheet.endsOn() == null ? null : calendar.day(visit.lang(), sheet.endsOn()),
                history.stream()
                        .map(past -> new ActionSheetPage.Step(
                                calendar.day(visit.lang(), past.changedOn()),
                                past,
                                read.find(past.noteText()),
                                read.find(past.adaptationText())))
                        .toList(),
                indicators.stream()
                        .map(read::get)
                        .filter(planned -> measured.stream()
                                .noneMatch(
                                        one -> read.get(one.titleText()).body().equals(planned.body())))
                        .toList(),
                measured.stream()
                        .map(one -> row(visit.lang(), one, read.get(one.titleText()), readings))
                        .toList());
        Page page = new Page(
                "actionsheet/show",
                visit.layout(read.get(sheet.titleText()), "/actions/" + sheet.slug(), "actions"),
                content,
                Set.of(visit.contract().tag(), ActionSheet.listTag(visit.contractId()), ActionSheet.tag(sheet.id())));
        return surroundings.around(visit, list(), sheet.id(), page);
    }

    private MeasureRow row(String lang, Measure measure, Translated title, List<MeasureReading> readings) {
        List<MeasureRow.Value> values = readings.stream()
                .filter(one -> one.measureId() == measure.id())
                .map(one -> new MeasureRow.Value(
                        number(lang, one.value()), calendar.day(lang, one.measuredOn()), one.source()))
                .toList();
        return new MeasureRow(
                title,
                measure.kind(),
                measure.baseline() == null ? null : number(lang, measure.baseline()),
                measure.target() == null ? null : number(lang, measure.target()),
                measure.unit(),
                values.subList(Math.max(0, values.size() - READINGS), values.size()));
    }

    private String number(String lang, BigDecimal number) {
        return messages.say(lang, "actionsheet.measure.number", Map.of("n", number));
    }

    private List<Card> cards(Visit visit, List<ActionSheet> found, List<Named<Axis>> axes) {
        Map<Long, Named<Axis>> axisById =
                axes.stream().collect(Collectors.toMap(axis -> axis.row().id(), axis -> axis));
        TextsRead read = texts.read(
                visit.lang(), found.stream().flatMap(sheet -> Stream.of(sheet.titleText(), sheet.summaryText())));
        return found.stream()
                .map(sheet -> new Card(
                        sheet.slug(),
                        read.get(sheet.titleText()),
                        read.get(sheet.summaryText()).firstSentences(2),
                        sheet.isFree(),
                        sheet.progress(),
                        Objects.requireNonNull(axisById.get(sheet.axisId()))))
                .toList();
    }

    private static <T> @Nullable Named<T> chosen(List<Named<T>> all, @Nullable String slug) {
        if (slug == null) {
            return null;
        }
        return all.stream().filter(one -> one.slug().equals(slug)).findFirst().orElseThrow(NotFound::new);
    }

    private static <T> List<Choice> choices(List<Named<T>> all, @Nullable String chosen) {
        return all.stream()
                .map(one -> new Choice(one.slug(), one.name(), one.slug().equals(chosen)))
                .toList();
    }

    private static String query(@Nullable String axe, @Nullable String quartier, @Nullable String theme) {
        var parts = new ArrayList<String>();
        if (axe != null) {
            parts.add("axe=" + axe);
        }
        if (quartier != null) {
            parts.add("quartier=" + quartier);
        }
        if (theme != null) {
            parts.add("theme=" + theme);
        }
        return parts.isEmpty() ? "" : String.join("&", parts) + "&";
    }

    private static List<Named<Neighbourhood>> names(List<Named<Neighbourhood>> all, List<Held> held) {
        Set<Long> ids = held.stream().map(Held::neighbourhoodId).collect(Collectors.toSet());
        return all.stream().filter(one -> ids.contains(one.row().id())).toList();
    }

    private @Nullable Partner lead(ActionSheet sheet) {
        return sheet.leadPartnerId() == null
                ? null
                : territory.partners(List.of(sheet.leadPartnerId())).getFirst();
    }
}
