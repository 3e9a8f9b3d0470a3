package org.portevoix.committee;

import java.util.Map;
import org.portevoix.web.FormBody;

/** An item typed for an agenda: {@code title}, {@code words}, {@code origin}, the form's {@code key}. */
record ItemForm(FormBody body) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_WORDS = 2_000;

    static ItemForm blank() {
        return new ItemForm(FormBody.of(""));
    }

    String title() {
        return body.get("title").strip();
    }

    String words() {
        return body.get("words").replace("\r\n", "\n").strip();
    }

    Origin origin() {
        return body.get("origin").equals(Origin.TEAM.name()) ? Origin.TEAM : Origin.RESIDENTS;
    }

    String key() {
        return body.get("key");
    }

    boolean isFromTeam() {
        return origin() == Origin.TEAM;
    }

    /** Field to message key. */
    Map<String, String> errors() {
        if (title().isEmpty()) {
            return Map.of("title", "committee.desk.error.title");
        }
        if (title().length() > LONGEST_TITLE) {
            return Map.of("title", "committee.desk.error.title_long");
        }
        return words().length() > LONGEST_WORDS ? Map.of("words", "committee.desk.error.words_long") : Map.of();
    }
}
