package org.portevoix.web;

import java.util.List;
import java.util.Map;

/**
 * What was wrong with a form, as {@code component/error_summary} tells it.
 *
 * @param field id of the input that it is about
 * @param message words, or the key of a message where the form's own template says it
 */
public record FormError(String field, String message) {

    /** In the same order. @param errors message by field */
    public static List<FormError> of(Map<String, String> errors) {
        return errors.entrySet().stream()
                .map(error -> new FormError(error.getKey(), error.getValue()))
                .toList();
    }
}
