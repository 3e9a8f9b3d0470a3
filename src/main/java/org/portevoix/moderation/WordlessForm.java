package org.portevoix.moderation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portevoix.web.FormBody;

/** Opinions without words that are none: {@code opinion} (number and revision, "12:0") for each ticked, and the {@code reason}. */
record WordlessForm(FormBody body) {

    private static final Pattern TICKED = Pattern.compile("([0-9]{1,18}):([0-9]{1,9})");

    List<Ticked> ticked() {
        return body.all("opinion").stream()
                .flatMap(value -> {
                    Matcher matcher = TICKED.matcher(value);
                    return matcher.matches()
                            ? Stream.of(
                                    new Ticked(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                            : Stream.empty();
                })
                .distinct()
                .toList();
    }

    /** Only those by which an opinion counts no longer. */
    Optional<Reason> reason() {
        return Reason.of(body.get("reason")).filter(reason -> !reason.isStillCounted());
    }

    /** Field to message key. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (ticked().isEmpty()) {
            errors.put("opinion", "moderation.desk.error.ticked");
        }
        if (reason().isEmpty()) {
            errors.put("wordless_reason", "moderation.desk.error.reason");
        }
        return errors;
    }

    record Ticked(long opinionId, int revision) {}
}
