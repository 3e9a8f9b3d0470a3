package org.portevoix.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portevoix.web.FormBody;

/** What the moderator chose: {@code decision}, with a {@code reason} or with {@code passed_to}, about the {@code revision} they read. */
record DecisionForm(FormBody body) {

    private static final int LONGEST_PASSED_TO = 300;

    static DecisionForm blank() {
        return new DecisionForm(FormBody.of(""));
    }

    Optional<Decision> decision() {
        return Decision.of(body.get("decision"));
    }

    Optional<Reason> reason() {
        return Reason.of(body.get("reason"));
    }

    String passedTo() {
        return body.get("passed_to").strip();
    }

    /** Without one, it is about words that were never corrected. */
    int revision() {
        return body.get("revision").matches("[0-9]{1,9}") ? Integer.parseInt(body.get("revision")) : 0;
    }

    /** Field to message key. */
    Map<String, String> errors(boolean mayShow) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Decision> decision = decision();
        if (decision.isEmpty()) {
            errors.put("decision", "moderation.desk.error.decision");
            return errors;
        }
        switch (decision.get()) {
            case PUBLISH -> {
                if (!mayShow) {
                    errors.put("decision", "moderation.desk.error.no_leave");
                }
            }
            case PASS_ON -> {
                if (passedTo().isEmpty()) {
                    errors.put("passed_to", "moderation.desk.error.passed_to");
                } else if (passedTo().length() > LONGEST_PASSED_TO) {
                    errors.put("passed_to", "moderation.desk.error.passed_to_long");
                }
            }
            case REFUSE -> {
                if (reason().isEmpty()) {
                    errors.put("reason", "moderation.desk.error.reason");
                }
            }
        }
        return errors;
    }
}
