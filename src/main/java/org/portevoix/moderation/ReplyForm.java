package org.portevoix.moderation;

import java.util.Map;
import org.portevoix.web.FormBody;

/** What the team answers, as it was typed: {@code text}, and the random key of the form. */
record ReplyForm(FormBody body) {

    static final int LONGEST = 4_000;

    static ReplyForm blank() {
        return new ReplyForm(FormBody.of(""));
    }

    /** Line ends as one character, as the length in the form counts them. */
    String text() {
        return body.get("text").replace("\r\n", "\n");
    }

    String key() {
        return body.get("key");
    }

    /** Field to message key. */
    Map<String, String> errors() {
        if (text().isBlank()) {
            return Map.of("text", "moderation.desk.error.text");
        }
        return text().length() > LONGEST ? Map.of("text", "moderation.desk.error.text_long") : Map.of();
    }
}
