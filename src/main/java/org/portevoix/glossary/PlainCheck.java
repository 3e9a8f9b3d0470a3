package org.portevoix.glossary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the French that somebody of the team is about to show reads, for the form it was typed in ({@code glossary/_plain}).
 *
 * @param isPlain whether it may be shown as it is
 * @param result in a sentence
 * @param advice what to change, sentence by sentence
 * @param reason why it is to be shown all the same, as typed; ""
 * @param kept reasons that were given before, the last first
 */
public record PlainCheck(boolean isPlain, String result, List<Advised> advice, String reason, List<String> kept) {

    public static final int LONGEST_REASON = 1_000;

    /** Of a form that nobody has sent yet. */
    public static PlainCheck unread(List<String> kept) {
        return new PlainCheck(true, "", List.of(), "", kept);
    }

    /** What is wrong with a form, and last that its texts are hard to read. @param errors field to message key */
    public Map<String, String> after(Map<String, String> errors) {
        Map<String, String> all = new LinkedHashMap<>(errors);
        all.putAll(errors());
        return all;
    }

    /** Field to message key: a text that is hard to read is shown with a reason only. */
    private Map<String, String> errors() {
        if (isPlain) {
            return Map.of();
        }
        if (reason.isEmpty()) {
            return Map.of(PlainTexts.REASON, "plain.desk.error.reason");
        }
        return reason.length() > LONGEST_REASON ? Map.of(PlainTexts.REASON, "plain.desk.error.reason_long") : Map.of();
    }
}
