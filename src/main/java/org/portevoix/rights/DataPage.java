package org.portevoix.rights;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept, for how long, and what was erased.
 *
 * @param code what was typed to copy, {@code erased} to erase
 * @param done what was just done, or ""
 */
record DataPage(
        String contract,
        List<Line> lines,
        List<Made> requests,
        boolean mayAnswerRequests,
        String code,
        String erased,
        Map<String, String> errors,
        String done) {

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    boolean isDone() {
        return !done.isEmpty();
    }

    /**
     * One kind of personal data.
     *
     * @param term in words, as {@code usual} and {@code longest}
     * @param value of its field, in months or in days
     * @param day of the last erasing, in words; null where there was none
     * @param erased null where it was not done
     * @param error message key, or null
     */
    record Line(
            String kind,
            String term,
            String value,
            boolean inMonths,
            String usual,
            String longest,
            long most,
            @Nullable String day,
            @Nullable Integer erased,
            boolean isTrouble,
            @Nullable String error) {

        boolean isFinished() {
            return erased != null;
        }
    }

    record Made(String kind, String day, String by) {}
}
