package org.portevoix.committee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portevoix.web.FormBody;

/** Where a step of the approval stands: {@code state}, {@code day} (may be empty), {@code observations}. */
record StepForm(FormBody body) {

    private static final int LONGEST = 4_000;

    Optional<StepState> state() {
        return Arrays.stream(StepState.values())
                .filter(one -> one.name().equals(body.get("state")))
                .findFirst();
    }

    String typedDay() {
        return body.get("day");
    }

    Optional<LocalDate> day() {
        return MeetingForm.day(typedDay());
    }

    String observations() {
        return body.get("observations").replace("\r\n", "\n").strip();
    }

    /** Field to message key. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (state().isEmpty()) {
            errors.put("state", "committee.desk.error.state");
        }
        if (!typedDay().isEmpty() && day().isEmpty()) {
            errors.put("day", "committee.desk.error.day");
        }
        if (observations().length() > LONGEST) {
            errors.put("observations", "committee.desk.error.observations_long");
        }
        return errors;
    }
}
