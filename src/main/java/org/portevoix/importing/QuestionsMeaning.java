package org.portevoix.importing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the questions of one consultation: what goes with their kind, and when they are asked. */
final class QuestionsMeaning {
    private static final Map<String, Set<String>> FIELDS_OF_KIND = Map.of(
            "text", Set.of("max_length"),
            "choice", Set.of("options"),
            "choices", Set.of("options", "max_choices"),
            "scale", Set.of("low", "high"));
    private static final List<String> FIELDS = List.of("max_length", "max_choices", "options", "low", "high");
    // Width of question.condition_options.
    private static final int LONGEST_CONDITION = 600;

    private final Map<String, Section> byKey = new HashMap<>();
    private final List<Fault> faults;

    private QuestionsMeaning(List<Fault> faults) {
        this.faults = faults;
    }

    static void judge(Section consultation, List<Fault> faults) {
        List<Section> questions = consultation.at("questions").items();
        ContractMeaning.twice(questions, "key", faults);
        QuestionsMeaning meaning = new QuestionsMeaning(faults);
        for (Section question : questions) {
            if (question.at("key").string() instanceof String key) {
                meaning.byKey.putIfAbsent(key, question);
            }
        }
        for (Section question : questions) {
            meaning.kind(question);
            meaning.condition(question);
        }
    }

    private void kind(Section question) {
        ContractMeaning.twice(question.at("options").items(), "key", faults);
        String kind = String.valueOf(question.at("kind").string());
        Set<String> allowed = FIELDS_OF_KIND.get(kind);
        if (allowed == null) {
            return;
        }
        for (String field : FIELDS) {
            if (question.at(field).isGiven() && !allowed.contains(field)) {
                faults.add(question.at(field).fault("fault.options.kind", field, kind));
            }
        }
        if (allowed.contains("options") && !question.at("options").isGiven()) {
            faults.add(question.fault("fault.options.missing"));
        }
        BigDecimal most = question.at("max_choices").number();
        int options = question.at("options").items().size();
        if (most != null && options > 0 && most.compareTo(BigDecimal.valueOf(options)) > 0) {
            faults.add(question.at("max_choices").fault("fault.choices", most, options));
        }
    }

    private void condition(Section question) {
        Section when = question.at("when.question");
        String key = when.string();
        if (key == null) {
            return;
        }
        Section earlier = byKey.get(key);
        if (earlier == null) {
            faults.add(when.fault("fault.when.unknown", key));
            return;
        }
        if (earlier.index() == question.index()) {
            faults.add(when.fault("fault.when.itself"));
            return;
        }
        Set<String> cycle = cycle(question);
        if (!cycle.isEmpty()) {
            faults.add(when.fault("fault.when.cycle", String.join(" → ", cycle)));
        } else if (earlier.index() > question.index()) {
            faults.add(when.fault("fault.when.later", key));
        }
        options(question.at("when.options"), key, earlier);
    }

    private void options(Section wanted, String key, Section earlier) {
        if (!earlier.at("options").isGiven()) {
            faults.add(wanted.fault("fault.when.kind", key));
            return;
        }
        Set<String> options = earlier.at("options").items().stream()
                .map(option -> option.at("key").string())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (Section option : wanted.items()) {
            if (option.string() instanceof String name && !options.contains(name)) {
                faults.add(option.fault("fault.when.option", name, key));
            }
        }
        if (String.join(" ", wanted.words()).length() > LONGEST_CONDITION) {
            faults.add(wanted.fault("fault.when.long"));
        }
    }

    /** The questions on the way from this one back to itself; empty where there is no way back. */
    private Set<String> cycle(Section question) {
        String start = question.at("key").string();
        Set<String> way = new LinkedHashSet<>();
        Section place = question;
        while (place != null && place.at("key").string() instanceof String key && way.add(key)) {
            String next = place.at("when.question").string();
            if (next != null && next.equals(start)) {
                return way;
            }
            place = next == null ? null : byKey.get(next);
        }
        return Set.of();
    }
}
