package org.portevoix.sense;

import java.util.List;
import java.util.Optional;
import org.portevoix.web.FormBody;

/** What is put together: {@code opinion} for each that is ticked ("12", or "12:0:0" in the queue), {@code name}, {@code group}. */
record GroupForm(FormBody body) {

    List<Long> ticked() {
        return body.all("opinion").stream()
                .filter(value -> value.matches("[0-9]{1,18}(:.*)?"))
                .map(value -> Long.valueOf(value.replaceAll(":.*", "")))
                .distinct()
                .toList();
    }

    /** "" where it is none, or too long. */
    String name() {
        String name = typedName().replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        return name.length() <= Groups.LONGEST_NAME ? name : "";
    }

    String typedName() {
        return body.get("name");
    }

    Optional<Long> group() {
        return Optional.of(body.get("group"))
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }
}
