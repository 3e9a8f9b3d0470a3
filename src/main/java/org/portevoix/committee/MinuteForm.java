package org.portevoix.committee;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.followup.FollowupDecision;
import org.portevoix.followup.NextStep;
import org.portevoix.web.FormBody;

/**
 * What is written down in a meeting: the {@code seat} ticked for each that was occupied, {@code child_care},
 * {@code interpreter}; or the {@code decision} about an item, with its {@code reason} and what comes {@code next} by {@code next_on}.
 */
record MinuteForm(FormBody body) {

    private static final int LONGEST_REASON = 2_000;

    static MinuteForm blank() {
        return new MinuteForm(FormBody.of(""));
    }

    Set<Long> seats() {
        return body.all("seat").stream()
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    boolean hasChildCare() {
        return body.get("child_care").equals("yes");
    }

    boolean hasInterpreter() {
        return body.get("interpreter").equals("yes");
    }

    Optional<FollowupDecision> decision() {
        return FollowupDecision.of(body.get("decision"));
    }

    String reason() {
        return body.get("reason").replace("\r\n", "\n").strip();
    }

    String next() {
        return body.get("next").replace("\r\n", "\n").strip();
    }

    String nextDay() {
        return body.get("next_on").strip();
    }

    /** Of a form without errors; null where none is told. */
    @Nullable
    NextStep nextStep() {
        return NextStep.of(next(), nextDay());
    }

    /**
     * Field to message key.
     *
     * @param needsNext whether nothing may be accepted without what comes next
     */
    Map<String, String> decisionErrors(boolean needsNext, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (decision().isEmpty()) {
            errors.put("decision", "committee.desk.error.decision");
        }
        if (reason().isEmpty()) {
            errors.put("reason", "committee.desk.error.reason");
        } else if (reason().length() > LONGEST_REASON) {
            errors.put("reason", "committee.desk.error.reason_long");
        }
        if (needsNext && decision().filter(FollowupDecision::isAccepted).isPresent()) {
            errors.putAll(NextStep.errors(next(), nextDay(), false, today, null));
        }
        return errors;
    }
}
