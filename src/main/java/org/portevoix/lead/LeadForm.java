package org.portevoix.lead;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.SheetAims;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.web.FormBody;

/**
 * What a lead typed, in one of three forms. Progress: {@code progress}, {@code outcome}, {@code reason}, {@code on},
 * {@code lever}, {@code note}, {@code adaptation}. Reading: {@code known} or {@code title}, {@code measure_kind}, {@code unit}, {@code baseline},
 * {@code target}, {@code value}, {@code source}, {@code read_on}. Heads: {@code activity}, {@code day}, {@code heads-} and the
 * slug of each neighbourhood.
 */
record LeadForm(FormBody body) {

    static final String HEADS = "heads-";
    private static final int LONG = 1000;
    private static final int SHORT = 300;
    private static final int UNIT = 40;
    private static final int MOST_HEADS = 5000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,11}([.,][0-9]{1,2})?");
    /** What has to be explained to residents. */
    private static final Set<String> HELD_UP = Set.of("POSTPONED", "REDIRECTED", "DROPPED", "PARTLY", "NOT_REACHED");

    static LeadForm blank() {
        return new LeadForm(new FormBody(Map.of()));
    }

    String get(String field) {
        return body.get(field).strip();
    }

    /** What was typed, by field. */
    Map<String, String> typed() {
        return body.values().keySet().stream().collect(Collectors.toMap(field -> field, body::get));
    }

    Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(get(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The title chosen, or the one written. */
    String title() {
        return get("known").isEmpty() ? get("title") : get("known");
    }

    /** Null where there is none; {@link #measureErrors} says that it can be read. */
    @Nullable
    BigDecimal number(String field) {
        return NUMBER.matcher(get(field)).matches() ? new BigDecimal(get(field).replace(',', '.')) : null;
    }

    /** How many people, by the slug of where they live; those of nowhere are left out. */
    Map<String, Integer> heads(List<String> homes) {
        Map<String, Integer> heads = new LinkedHashMap<>();
        for (String home : homes) {
            String typed = get(HEADS + home);
            if (typed.matches("[0-9]{1,4}") && Integer.parseInt(typed) > 0) {
                heads.put(home, Integer.valueOf(typed));
            }
        }
        return heads;
    }

    /** Field to message key; empty when all is well. As the two after it. */
    Map<String, String> progressErrors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (!SheetProgress.PROGRESSES.contains(get("progress"))) {
            errors.put("progress", "lead.desk.error.progress");
        }
        if (!get("outcome").isEmpty() && !SheetProgress.OUTCOMES.contains(get("outcome"))) {
            errors.put("outcome", "lead.desk.error.progress");
        }
        boolean hasReason = SheetProgress.REASONS.contains(get("reason"));
        if (!hasReason && (HELD_UP.contains(get("progress")) || HELD_UP.contains(get("outcome")))) {
            errors.put("reason", "lead.desk.error.reason");
        }
        known("reason", SheetProgress.REASONS, errors);
        known("lever", SheetAims.LEVERS, errors);
        past("on", today, errors);
        tooLong("note", LONG, errors);
        tooLong("adaptation", LONG, errors);
        return errors;
    }

    Map<String, String> measureErrors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (title().isEmpty() || title().length() > SHORT) {
            errors.put("title", "lead.desk.error.title");
        }
        if (!SheetProgress.MEASURE_KINDS.contains(get("measure_kind"))) {
            errors.put("measure_kind", "lead.desk.error.measure_kind");
        }
        tooLong("unit", UNIT, errors);
        for (String field : List.of("baseline", "target")) {
            if (!get(field).isEmpty() && number(field) == null) {
                errors.put(field, "lead.desk.error.number");
            }
        }
        if (number("value") == null) {
            errors.put("value", "lead.desk.error.number");
        }
        if (get("source").isEmpty() || get("source").length() > SHORT) {
            errors.put("source", "lead.desk.error.source");
        }
        past("read_on", today, errors);
        return errors;
    }

    Map<String, String> headErrors(LocalDate today, List<String> homes) {
        var errors = new LinkedHashMap<String, String>();
        if (get("activity").isEmpty() || get("activity").length() > SHORT) {
            errors.put("activity", "lead.desk.error.activity");
        }
        past("day", today, errors);
        boolean isReadable = homes.stream()
                .map(home -> get(HEADS + home))
                .allMatch(typed ->
                        typed.isEmpty() || typed.matches("[0-9]{1,4}") && Integer.parseInt(typed) <= MOST_HEADS);
        if (!isReadable || heads(homes).isEmpty()) {
            errors.put(HEADS + homes.getFirst(), "lead.desk.error.heads");
        }
        return errors;
    }

    private void known(String field, List<String> words, Map<String, String> errors) {
        if (!get(field).isEmpty() && !words.contains(get(field))) {
            errors.putIfAbsent(field, "lead.desk.error.choice");
        }
    }

    private void past(String field, LocalDate today, Map<String, String> errors) {
        boolean isFine = day(field)
                .filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(2)))
                .isPresent();
        if (!isFine) {
            errors.put(field, "lead.desk.error.day");
        }
    }

    private void tooLong(String field, int longest, Map<String, String> errors) {
        if (get(field).length() > longest) {
            errors.put(field, "lead.desk.error.too_long");
        }
    }
}
