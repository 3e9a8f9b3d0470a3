package org.portevoix.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portevoix.web.FormBody;

/** A filter to keep: {@code list}, {@code query} as its address says it, {@code name}, {@code shared} when ticked. */
record SavedFilterForm(FormBody body) {

    private static final int LONGEST_NAME = 80;

    SavedFilter.Listed list() {
        return body.get("list").equals(SavedFilter.Listed.DECIDED.name())
                ? SavedFilter.Listed.DECIDED
                : SavedFilter.Listed.QUEUE;
    }

    String query() {
        QueueFilter filter = QueueFilter.of(body.get("query"));
        return (list() == SavedFilter.Listed.DECIDED ? filter.ofDecided() : filter).query();
    }

    String name() {
        return body.get("name").strip();
    }

    boolean isShared() {
        return !body.get("shared").isEmpty();
    }

    /** Field to message key. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name().isEmpty() || name().length() > LONGEST_NAME) {
            errors.put("filter_name", "moderation.desk.saved.error.name");
        }
        if (query().isEmpty()) {
            errors.put("filter_query", "moderation.desk.saved.error.query");
        }
        return errors;
    }
}
