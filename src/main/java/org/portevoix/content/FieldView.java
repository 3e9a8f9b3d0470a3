package org.portevoix.content;

import java.util.List;
import org.portevoix.glossary.Advised;

/**
 * A field of a form as it is drawn.
 *
 * @param name as it is sent; of a line with its number: sessions.0.day
 * @param hint "" where none is needed
 * @param value as it stands in the input
 * @param held why it can't change any more; "" where it can
 * @param error "" where nothing is amiss
 * @param advice on how its text reads; empty where it reads easily
 * @param lines of a list of lines, those to be filled included
 */
record FieldView(
        String name,
        String input,
        String label,
        String hint,
        String value,
        boolean isNeeded,
        String held,
        String error,
        List<Option> options,
        List<Advised> advice,
        List<Line> lines) {

    String id() {
        return "c-" + name.replace('.', '-');
    }

    boolean isHeld() {
        return !held.isEmpty() && lines.isEmpty();
    }

    /** Of what is held: nothing is drawn where there is nothing to say. */
    boolean isSaid() {
        return !value.isEmpty() || hasError();
    }

    boolean hasError() {
        return !error.isEmpty();
    }

    /** What was asked of an event: some of it was said at the edition before. */
    boolean isAsked() {
        return name.equals("asked");
    }

    /** The questions of a questionnaire: some are ready. */
    boolean isQuestions() {
        return name.equals("questions");
    }

    boolean isLine() {
        return List.of("line", "string", "tel", "number", "decimal").contains(input);
    }

    /** What a telephone's keyboard should show. */
    String keyboard() {
        return switch (input) {
            case "tel" -> "tel";
            case "number" -> "numeric";
            case "decimal" -> "decimal";
            default -> "text";
        };
    }

    boolean isLong() {
        return List.of("text", "texts", "outline").contains(input);
    }

    boolean isYes() {
        return input.equals("yes");
    }

    boolean isDay() {
        return input.equals("day");
    }

    boolean isHour() {
        return input.equals("hour");
    }

    boolean isChoice() {
        return List.of("choice", "ref", "part").contains(input);
    }

    boolean isBoxes() {
        return List.of("boxes", "refs", "languages", "condition").contains(input);
    }

    boolean isLines() {
        return input.equals("lines");
    }

    boolean isKey() {
        return input.equals("key");
    }

    int rows() {
        return Math.clamp(value.length() / 90L + value.lines().count() + 1L, 2, 14);
    }

    /** @param id after that of the field */
    record Option(String value, String label, boolean isChosen, String id) {}

    /**
     * @param number from 1, as people count
     * @param isHeld whether it can't be taken away
     */
    record Line(int number, String name, List<FieldView> fields, boolean isNew, boolean isHeld) {}
}
