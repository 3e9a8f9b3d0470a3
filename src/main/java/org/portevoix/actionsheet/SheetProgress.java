package org.portevoix.actionsheet;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Territory;
import org.portevoix.language.Language;
import org.portevoix.language.TextStore;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.PageChanges;
import org.portevoix.web.Slug;

/** Where each action stands, and what is measured of it: told by those who lead it, once the team has agreed. */
@Singleton
public class SheetProgress {

    /** The words of the contract's file, as the tables hold them. */
    public static final List<String> PROGRESSES =
            List.of("TO_COME", "UNDER_WAY", "FINISHED", "POSTPONED", "REDIRECTED", "DROPPED");

    public static final List<String> OUTCOMES = List.of("REACHED", "PARTLY", "NOT_REACHED", "NOT_JUDGED");

    public static final List<String> REASONS = List.of(
            "PRIORITY_CHANGED",
            "STAFF",
            "FUNDING",
            "PARTNER_ABSENT",
            "INDEPENDENT_PRACTITIONERS",
            "DATA",
            "EVALUATION",
            "PUBLIC_NOT_REACHED");

    public static final List<String> MEASURE_KINDS = List.of("FOLLOW_UP", "OUTPUT", "RESULT");

    /** Shorter than a key of a contract's file may be, for a number to follow. */
    private static final int LONGEST_SLUG = 36;

    private final ActionSheetRepository sheets;
    private final MeasureRepository measures;
    private final Territory territory;
    private final TextStore store;
    private final Texts texts;
    private final PageChanges pageChanges;

    SheetProgress(
            ActionSheetRepository sheets,
            MeasureRepository measures,
            Territory territory,
            TextStore store,
            Texts texts,
            PageChanges pageChanges) {
        this.sheets = sheets;
        this.measures = measures;
        this.territory = territory;
        this.store = store;
        this.texts = texts;
        this.pageChanges = pageChanges;
    }

    /** The published sheets of a contract in its own order, with who leads each, "" where nobody does. */
    public List<Led> led(long contractId) {
        List<ActionSheet> found = sheets.findPublished(contractId);
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(ActionSheet::titleText));
        return found.stream()
                .map(sheet -> new Led(sheet.id(), read.get(sheet.titleText()).body(), lead(sheet)))
                .toList();
    }

    /** Where each published sheet of a contract stands, in its own order, in words of its file. */
    public List<Stood> stood(long contractId) {
        List<ActionSheet> found = sheets.findPublished(contractId);
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(ActionSheet::titleText));
        Map<Long, String> axes = territory.axes(contractId, Language.SOURCE).stream()
                .collect(Collectors.toMap(
                        axis -> axis.row().id(), axis -> axis.name().body()));
        Map<Long, String> reasons = measures.findLastReasons(contractId).stream()
                .collect(Collectors.toMap(LastReason::actionSheetId, LastReason::reason));
        return found.stream()
                .map(sheet -> new Stood(
                        sheet.slug(),
                        axes.getOrDefault(sheet.axisId(), ""),
                        read.get(sheet.titleText()).body(),
                        sheet.progress(),
                        sheet.outcome(),
                        reasons.get(sheet.id())))
                .toList();
    }

    /** Empty where there is no such sheet. */
    public Optional<Standing> standing(long sheetId) {
        return sheets.findByIdIn(List.of(sheetId)).stream().findFirst().map(this::standing);
    }

    /**
     * A dated step of the sheet, which becomes where it stands; in the caller's transaction.
     *
     * @param lever what helped: a word of {@link SheetAims#LEVERS}
     * @param adaptation what was changed in the action so that it goes on, in French
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void advance(
            long sheetId,
            LocalDate on,
            String progress,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String lever,
            @Nullable String note,
            @Nullable String adaptation) {
        measures.lockSheet(sheetId);
        measures.advance(sheetId, progress, outcome);
        measures.addStep(
                sheetId,
                measures.nextStep(sheetId),
                on,
                progress,
                outcome,
                reason,
                lever,
                text(note),
                text(adaptation));
        changed(sheetId);
    }

    private @Nullable Long text(@Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : store.create(Language.SOURCE, Map.of(Language.SOURCE, TextStore.normal(words)));
    }

    /** A reading of an indicator, known by its French title or new; one a day, the last said. In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void measure(long sheetId, Reading reading) {
        measures.lockSheet(sheetId);
        List<Measure> known = measures.findBySheet(List.of(sheetId));
        TextsRead read = texts.read(Language.SOURCE, known.stream().map(Measure::titleText));
        long measure = known.stream()
                .filter(one -> read.get(one.titleText()).body().equals(reading.title()))
                .findFirst()
                .map(one -> updated(one, reading))
                .orElseGet(() -> added(sheetId, known, reading));
        if (measures.correct(measure, reading.measuredOn(), reading.value(), reading.source()) == 0) {
            measures.read(measure, reading.measuredOn(), reading.value(), reading.source());
        }
        changed(sheetId);
    }

    private long updated(Measure measure, Reading reading) {
        measures.change(measure.id(), reading.kind(), reading.unit(), reading.baseline(), reading.target());
        return measure.id();
    }

    private long added(long sheetId, List<Measure> known, Reading reading) {
        String slug = slug(known, Slug.of(reading.title(), "indicateur"));
        long title = store.create(Language.SOURCE, title(sheetId, reading.title()));
        measures.add(sheetId, slug, title, reading.kind(), reading.unit(), reading.baseline(), reading.target());
        return measures.findBySheet(List.of(sheetId)).stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String slug(List<Measure> known, String wanted) {
        String start =
                wanted.substring(0, Math.min(wanted.length(), LONGEST_SLUG)).replaceAll("-+$", "");
        Set<String> taken = known.stream().map(Measure::slug).collect(Collectors.toSet());
        String slug = start;
        for (int turn = 2; taken.contains(slug); turn++) {
            slug = start + "-" + turn;
        }
        return slug;
    }

    /** The bodies of the planned indicator of this title, so that its translations are kept; else the title itself. */
    private Map<String, String> title(long sheetId, String title) {
        return sheets.findIndicatorTexts(sheetId).stream()
                .map(store::read)
                .filter(bodies -> title.equals(bodies.get(Language.SOURCE)))
                .findFirst()
                .orElse(Map.of(Language.SOURCE, title));
    }

    private Standing standing(ActionSheet sheet) {
        List<Long> planned = sheets.findIndicatorTexts(sheet.id());
        List<Measure> known = measures.findBySheet(List.of(sheet.id()));
        TextsRead read = texts.read(
                Language.SOURCE,
                Stream.of(
                                Stream.of(sheet.titleText()),
                                planned.stream(),
                                known.stream().map(Measure::titleText))
                        .flatMap(ids -> ids));
        return new Standing(
                sheet.id(),
                sheet.slug(),
                read.get(sheet.titleText()).body(),
                lead(sheet),
                sheet.progress(),
                sheet.outcome(),
                sheet.phase(),
                sheet.isSensitive(),
                Stream.concat(planned.stream(), known.stream().map(Measure::titleText))
                        .map(id -> read.get(id).body())
                        .distinct()
                        .toList());
    }

    private String lead(ActionSheet sheet) {
        return sheet.leadPartnerId() == null
                ? ""
                : territory.partners(List.of(sheet.leadPartnerId())).getFirst().name();
    }

    private void changed(long sheetId) {
        ActionSheet sheet = sheets.findByIdIn(List.of(sheetId)).getFirst();
        pageChanges.changed(ActionSheet.tag(sheetId), ActionSheet.listTag(sheet.contractId()));
    }

    /** Where a sheet stands: progress, outcome and reason as {@link #PROGRESSES} and the others name them. */
    public record Stood(
            String slug,
            String axis,
            String title,
            String progress,
            @Nullable String outcome,
            @Nullable String reason) {}

    /** A sheet with the name of the partner who leads it. */
    public record Led(long id, String title, String lead) {}

    /**
     * Where a sheet stands, in French.
     *
     * @param indicators titles of those planned and those measured
     */
    public record Standing(
            long id,
            String slug,
            String title,
            String lead,
            String progress,
            @Nullable String outcome,
            @Nullable String phase,
            boolean isSensitive,
            List<String> indicators) {}

    /** A reading of an indicator. */
    public record Reading(
            String title,
            String kind,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            BigDecimal value,
            String source,
            LocalDate measuredOn) {}
}
