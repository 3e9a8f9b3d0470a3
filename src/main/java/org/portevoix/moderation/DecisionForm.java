package org.portevoix.moderation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.language.Language;
import org.portevoix.web.FormBody;

/**
 * What the moderator chose: {@code decision}, with a {@code reason}, {@code passed_to}, or the pieces to {@code hide} (question and
 * UTF-16 units, "12:3-8", each; {@code end} comes last, so that none is lost); a {@code note} in its {@code note_language}. It is about the
 * {@code revision} they read, {@code seen} being the last decision made before.
 */
record DecisionForm(FormBody body) {

    private static final int LONGEST_PASSED_TO = 300;
    private static final int LONGEST_NOTE = 1_000;
    private static final Pattern HIDDEN = Pattern.compile("([0-9]{1,18}):([0-9]{1,6})-([0-9]{1,6})");

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

    String note() {
        return body.get("note").replace("\r\n", "\n").strip();
    }

    /** Of the note; French where it is not said. */
    String noteLanguage() {
        return body.get("note_language").matches("[a-z]{2,3}") ? body.get("note_language") : Language.SOURCE;
    }

    /** Without one, it is about words that were never corrected. */
    int revision() {
        return body.get("revision").matches("[0-9]{1,9}") ? Integer.parseInt(body.get("revision")) : 0;
    }

    /** The last decision that was made before, undone since; 0 for none, empty where the form does not say. */
    Optional<Long> seen() {
        return Optional.of(body.get("seen"))
                .filter(seen -> seen.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    /** By the id of the question, what to mask. */
    Map<Long, Set<WordCut.Part>> hidden() {
        Map<Long, Set<WordCut.Part>> hidden = new HashMap<>();
        for (String value : body.all("hide")) {
            Matcher matcher = HIDDEN.matcher(value);
            if (matcher.matches()) {
                hidden.computeIfAbsent(Long.valueOf(matcher.group(1)), unused -> new HashSet<>())
                        .add(new WordCut.Part(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))));
            }
        }
        return hidden;
    }

    /** By the id of the question, the words that are left, where any are masked. */
    Map<Long, String> masked(OpinionRead opinion) {
        Map<Long, String> masked = new HashMap<>();
        hidden().forEach((question, parts) -> opinion.words().stream()
                .filter(line -> line.questionId() == question)
                .map(line -> WordCut.of(String.join("", line.answers()), parts))
                .filter(cut -> cut.hasMaskable(cut.touched(parts)))
                .forEach(cut -> masked.put(question, cut.without(cut.touched(parts)))));
        return masked;
    }

    /** Whether it holds something that was typed or chosen for this opinion alone, which is not to be lost. */
    boolean hasTyped() {
        return !passedTo().isEmpty() || !note().isEmpty();
    }

    /** Field to message key. */
    Map<String, String> errors(OpinionRead opinion) {
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<Decision> decision = decision();
        if (decision.isEmpty()) {
            errors.put("decision", "moderation.desk.error.decision");
            return errors;
        }
        if (decision.get().isShown() && !Boolean.TRUE.equals(opinion.mayShow())) {
            errors.put("decision", "moderation.desk.error.no_leave");
            return errors;
        }
        switch (decision.get()) {
            case PUBLISH -> {}
            case MASK -> maskErrors(opinion, errors);
            case PASS_ON -> passOnErrors(errors);
            case REFUSE -> refuseErrors(errors);
        }
        if (note().length() > LONGEST_NOTE) {
            errors.put("note", "moderation.desk.error.note_long");
        }
        return errors;
    }

    /** Those that do not depend on the opinion; words are masked in one at a time. */
    Map<String, String> errorsOfSeveral() {
        Map<String, String> errors = new LinkedHashMap<>();
        Decision decision = decision().orElse(Decision.MASK);
        switch (decision) {
            case PUBLISH -> {}
            case MASK -> errors.put("decision", "moderation.desk.error.decision");
            case PASS_ON -> passOnErrors(errors);
            case REFUSE -> refuseErrors(errors);
        }
        if (note().length() > LONGEST_NOTE) {
            errors.put("note", "moderation.desk.error.note_long");
        }
        return errors;
    }

    private void refuseErrors(Map<String, String> errors) {
        if (reason().isEmpty()) {
            errors.put("reason", "moderation.desk.error.reason");
        }
    }

    private void passOnErrors(Map<String, String> errors) {
        if (passedTo().isEmpty()) {
            errors.put("passed_to", "moderation.desk.error.passed_to");
        } else if (passedTo().length() > LONGEST_PASSED_TO) {
            errors.put("passed_to", "moderation.desk.error.passed_to_long");
        }
    }

    private void maskErrors(OpinionRead opinion, Map<String, String> errors) {
        if (body.get("end").isEmpty()) {
            errors.put("hide", "moderation.desk.error.hide_many");
        } else if (masked(opinion).isEmpty()) {
            errors.put("hide", "moderation.desk.error.hide");
        } else if (opinion.words().stream().noneMatch(this::leavesWords)) {
            errors.put("hide", "moderation.desk.error.hide_all");
        }
        if (reason().filter(Reason::isStillCounted).isEmpty()) {
            errors.put("mask_reason", "moderation.desk.error.reason");
        }
    }

    private boolean leavesWords(OpinionRead.Line line) {
        Set<WordCut.Part> parts = hidden().getOrDefault(line.questionId(), Set.of());
        WordCut cut = WordCut.of(String.join("", line.answers()), parts);
        return cut.leavesWords(cut.touched(parts));
    }
}
