package org.portevoix.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portevoix.receipt.Said;
import org.portevoix.web.FormBody;

/**
 * What was said and who decides, as the team typed it: {@code said}, {@code decides}, {@code action} (a slug, or "" for
 * none), {@code gathered} ("OPINION:12") for each thing ticked, the form's {@code key} or the {@code revision} that was read.
 */
record FollowupForm(FormBody body) {

    static final int LONGEST_SAID = 1_000;

    static FollowupForm blank() {
        return new FollowupForm(FormBody.of(""));
    }

    /** Line ends as one character, as the length in the form counts them. */
    String said() {
        return body.get("said").replace("\r\n", "\n").strip();
    }

    Decider decides() {
        return body.get("decides").equals(Decider.COMMITTEE.name()) ? Decider.COMMITTEE : Decider.SERVICE;
    }

    String action() {
        return body.get("action");
    }

    List<FollowupAnswers.Gathered> gathered() {
        return body.all("gathered").stream()
                .flatMap(value -> gathered(value).stream())
                .distinct()
                .toList();
    }

    String key() {
        return body.get("key");
    }

    int revision() {
        return body.get("revision").matches("[0-9]{1,9}") ? Integer.parseInt(body.get("revision")) : 0;
    }

    /** Field to message key. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (said().isEmpty()) {
            errors.put("said", "followup.desk.error.said");
        } else if (said().length() > LONGEST_SAID) {
            errors.put("said", "followup.desk.error.said_long");
        }
        return errors;
    }

    private static Optional<FollowupAnswers.Gathered> gathered(String value) {
        String[] parts = value.split(":", 2);
        return parts.length == 2 && parts[1].matches("[0-9]{1,18}")
                ? Stream.of(Said.Kind.values())
                        .filter(kind -> kind.name().equals(parts[0]))
                        .map(kind -> new FollowupAnswers.Gathered(kind, Long.parseLong(parts[1])))
                        .findFirst()
                : Optional.empty();
    }
}
