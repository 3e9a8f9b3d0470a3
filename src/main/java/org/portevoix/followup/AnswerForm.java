package org.portevoix.followup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portevoix.web.FormBody;

/**
 * What is decided, with its {@code reason}; or what was {@code done}, with a {@code link} to see it. About the
 * {@code revision} that was read.
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

    int revision() {
        return body.get("revision").matches("[0-9]{1,9}") ? Integer.parseInt(body.get("revision")) : 0;
    }

    /** Field to message key. */
    Map<String, String> decisionErrors(boolean isAnswered) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (decision().isEmpty()) {
            errors.put("decision", "followup.desk.error.decision");
        } else if (isAnswered && !decision().get().isAnswer()) {
            errors.put("decision", "followup.desk.error.answered");
        }
        check(errors, "reason", reason(), "followup.desk.error.reason");
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
