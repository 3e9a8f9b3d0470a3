package org.portevoix.council;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portevoix.web.FormBody;

/** A formal opinion as it was typed: {@code about} (a topic's key), {@code title}, {@code words}, {@code language}, {@code key}. */
record FormalOpinionForm(FormBody body) {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST = 6_000;

    String about() {
        return body.get("about");
    }

    String title() {
        return body.get("title").strip();
    }

    /** Word for word; line ends as one character, as the length in the form counts them. */
    String words() {
        return body.get("words").replace("\r\n", "\n");
    }

    String language() {
        return body.get("language");
    }

    /** Field to message key, in the order of the form. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (title().isEmpty()) {
            errors.put("title", "council.desk.error.title");
        } else if (title().length() > LONGEST_TITLE) {
            errors.put("title", "council.desk.error.long");
        }
        if (words().isBlank()) {
            errors.put("words", "council.desk.error.words");
        } else if (words().length() > LONGEST) {
            errors.put("words", "council.desk.error.long");
        }
        return errors;
    }
}
