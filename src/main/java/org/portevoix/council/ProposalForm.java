package org.portevoix.council;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;

/** What a council asks for, as it was typed. */
record ProposalForm(FormBody body) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST = 3_000;

    ProposalKind kind() {
        return body.get("kind").equals("CONSULTATION") ? ProposalKind.CONSULTATION : ProposalKind.EVENT;
    }

    String title() {
        return body.get("title").strip();
    }

    String what() {
        return body.get("what").replace("\r\n", "\n").strip();
    }

    String held() {
        return body.get("when").strip();
    }

    String place() {
        return body.get("where").strip();
    }

    String why() {
        return body.get("why").replace("\r\n", "\n").strip();
    }

    /** All that was typed. */
    List<String> words() {
        return List.of(title(), what(), held(), place(), why());
    }

    /** Field to message key, in the order of the form. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        check(errors, "title", title(), LONGEST_LINE, "council.desk.error.title");
        check(errors, "what", what(), LONGEST, "council.desk.error.what");
        check(errors, "when", held(), LONGEST_LINE, null);
        check(errors, "where", place(), LONGEST_LINE, null);
        check(errors, "why", why(), LONGEST, "council.desk.error.why");
        return errors;
    }

    private static void check(
            Map<String, String> errors, String field, String typed, int longest, @Nullable String whenEmpty) {
        if (typed.isEmpty() && whenEmpty != null) {
            errors.put(field, whenEmpty);
        } else if (typed.length() > longest) {
            errors.put(field, "council.desk.error.long");
        }
    }
}
