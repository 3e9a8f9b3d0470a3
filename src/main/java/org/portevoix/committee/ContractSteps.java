package org.portevoix.committee;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.TextStore;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.PageChanges;

/** How a contract is approved: all four steps, the first to the last, those without a row to come. */
@Singleton
public class ContractSteps {

    private final ContractStepRepository steps;
    private final TextStore store;
    private final Texts texts;
    private final PlainTexts plainTexts;
    private final Calendar calendar;
    private final PageChanges pageChanges;

    ContractSteps(
            ContractStepRepository steps,
            TextStore store,
            Texts texts,
            PlainTexts plainTexts,
            Calendar calendar,
            PageChanges pageChanges) {
        this.steps = steps;
        this.store = store;
        this.texts = texts;
        this.plainTexts = plainTexts;
        this.calendar = calendar;
        this.pageChanges = pageChanges;
    }

    public List<Shown> of(long contractId, String language) {
        List<ContractStep> found = steps.findOf(contractId);
        TextsRead read = texts.read(language, found.stream().map(ContractStep::observationsText));
        Map<StepKind, ContractStep> byKind =
                found.stream().collect(Collectors.toMap(ContractStep::kind, Function.identity()));
        return Arrays.stream(StepKind.values())
                .map(kind -> shown(kind, byKind.get(kind), read, language))
                .toList();
    }

    /** Whether these words stand there already: they need no reason anew. */
    boolean says(Contract contract, StepKind kind, String observations) {
        return of(contract.id(), Language.SOURCE).stream()
                .filter(one -> one.kind().equals(kind.name()))
                .flatMap(one -> Stream.ofNullable(one.observations()))
                .anyMatch(said -> said.body().equals(observations));
    }

    /** Why what was observed is shown although it is hard to read, the last first. */
    List<String> reasons(Contract contract, Shown step) {
        return plainTexts.reasons(contract, about(step.kind()));
    }

    /**
     * Of a form without errors; where it is hard to read, with the reason why it is shown all the same. Observations that
     * are taken away leave none.
     */
    @Transactional
    void keep(Contract contract, StepKind kind, StepForm form, PlainCheck plain, long accountId) {
        Long before = steps.findToChange(contract.id(), kind)
                .map(ContractStep::observationsText)
                .orElse(null);
        Long text = form.observations().isEmpty() ? null : write(before, form.observations());
        steps.keep(contract.id(), kind, form.state().orElseThrow(), form.day().orElse(null), text);
        if (text == null && before != null) {
            store.delete(before);
        }
        plainTexts.keep(contract, about(kind.name()), accountId, plain);
        pageChanges.changed(Body.listTag(contract.id()));
    }

    private static String about(String kind) {
        return "contract_step/" + kind;
    }

    private long write(@Nullable Long before, String words) {
        if (before == null) {
            return store.create(Language.SOURCE, Map.of(Language.SOURCE, words));
        }
        store.update(before, Map.of(Language.SOURCE, words));
        return before;
    }

    private Shown shown(StepKind kind, @Nullable ContractStep step, TextsRead read, String language) {
        return step == null
                ? new Shown(kind.name(), StepState.TO_COME.name(), "", null, null)
                : new Shown(
                        kind.name(),
                        step.state().name(),
                        step.stepOn() == null ? "" : step.stepOn().toString(),
                        step.stepOn() == null ? null : calendar.day(language, step.stepOn()),
                        read.find(step.observationsText()));
    }

    /**
     * A step as pages show it.
     *
     * @param date yyyy-mm-dd, or ""
     * @param day in words; null where none is known
     */
    public record Shown(
            String kind,
            String state,
            String date,
            @Nullable String day,
            @Nullable Translated observations) {}
}
