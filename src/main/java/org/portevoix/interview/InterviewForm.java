package org.portevoix.interview;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portevoix.consultation.InterviewGuides;
import org.portevoix.web.FormBody;

/** What was noted: {@code who} and {@code day}, then {@code q-} and the slug of each question. */
record InterviewForm(FormBody body) {

    static final int LONGEST_WHO = 120;
    static final int LONGEST_ANSWER = 4_000;

    static InterviewForm blank() {
        return new InterviewForm(FormBody.of(""));
    }

    String who() {
        return body.get("who").strip();
    }

    /** As it was typed. */
    String day() {
        return body.get("day").strip();
    }

    Optional<LocalDate> heldOn() {
        try {
            return Optional.of(LocalDate.parse(day()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The words typed; of a question with options, the slugs chosen. */
    List<String> typed(InterviewGuides.Asked question) {
        return body.all("q-" + question.slug()).stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What is kept: words, or the labels chosen, a line each; "" where nothing was answered. */
    String answer(InterviewGuides.Asked question) {
        List<String> typed = typed(question);
        return question.options().isEmpty()
                ? typed.stream().findFirst().orElse("")
                : question.options().stream()
                        .filter(option -> typed.contains(option.slug()))
                        .map(InterviewGuides.Offered::label)
                        .collect(Collectors.joining("\n"));
    }

    /** Field to message key. */
    Map<String, String> errors(InterviewGuides.Guide guide, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (who().isEmpty() || who().length() > LONGEST_WHO) {
            errors.put("who", "interview.desk.error.who");
        }
        if (heldOn().filter(day -> !day.isAfter(today)).isEmpty()) {
            errors.put("day", "interview.desk.error.day");
        }
        for (InterviewGuides.Asked question : guide.questions()) {
            if (answer(question).length() > LONGEST_ANSWER) {
                errors.put("q-" + question.slug(), "interview.desk.error.long");
            }
        }
        if (guide.questions().stream().allMatch(question -> answer(question).isEmpty())) {
            errors.put("who", "interview.desk.error.empty");
        }
        return errors;
    }
}
