package org.portevoix.followup;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;

/**
 * What is decided, with its {@code reason} and what comes {@code next} by {@code next_on}; or what was {@code done}, with
 * the {@code link}, the {@code action} or the {@code event} where it can be seen. About the {@code revision} that was read.
 */
record AnswerForm(FormBody body) {

    static final int LONGEST = 2_000;
    private static final int LONGEST_LINK = 500;

    static AnswerForm blank() {
        return new AnswerForm(FormBody.of(""));
    }

    Optional<FollowupDecision> decision() {
        return FollowupDecision.of(body.get("decision"));
    }

    String reason() {
        return words("reason");
    }

    String done() {
        return words("done");
    }

    String link() {
        return body.get("link").strip();
    }

    /** Slug of the action in which it can be seen; "" for none. */
    String action() {
        return body.get("action");
    }

    /** Slug of the event in which it can be seen; "" for none. */
    String event() {
        return body.get("event");
    }

    String next() {
        return words("next");
    }

    /** As it was typed. */
    String nextDay() {
        return body.get("next_on").strip();
    }

    /** Of a form without errors; null where none is told. */
    @Nullable
    NextStep nextStep() {
        return NextStep.of(next(), nextDay());
    }

    int revision() {
        return body.get("revision").matches("[0-9]{1,9}") ? Integer.parseInt(body.get("revision")) : 0;
    }

    /**
     * Field to message key. Nothing is accepted without what comes next and its day, or what is done already.
     *
     * @param now what is decided about
     */
    Map<String, String> decisionErrors(Followup now, LocalDate today) {
        boolean isAnswered = now.isAnswered();
        Map<String, String> errors = new LinkedHashMap<>();
        if (decision().isEmpty()) {
            errors.put("decision", "followup.desk.error.decision");
        } else if (isAnswered && !decision().get().isAnswer()) {
            errors.put("decision", "followup.desk.error.answered");
        }
        check(errors, "reason", reason(), "followup.desk.error.reason");
        if (decision().filter(FollowupDecision::isAccepted).isPresent()) {
            errors.putAll(NextStep.errors(next(), nextDay(), now.isDone() || !done().isEmpty(), today, now.nextOn()));
        }
        if (done().length() > LONGEST) {
            errors.put("done", "followup.desk.error.long");
        }
        return errors;
    }

    /** Field to message key. */
    Map<String, String> doneErrors() {
        Map<String, String> errors = new LinkedHashMap<>();
        check(errors, "done", done(), "followup.desk.error.done");
        if (!link().isEmpty() && (link().length() > LONGEST_LINK || !link().matches("https?://[^\\s\"<>]+"))) {
            errors.put("link", "followup.desk.error.link");
        }
        return errors;
    }

    private static void check(Map<String, String> errors, String field, String words, String missing) {
        if (words.isEmpty()) {
            errors.put(field, missing);
        } else if (words.length() > LONGEST) {
            errors.put(field, "followup.desk.error.long");
        }
    }

    private String words(String field) {
        return body.get(field).replace("\r\n", "\n").strip();
    }
}
