package org.portevoix.committee;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portevoix.web.FormBody;

/** A new body ({@code kind}, {@code name}, {@code does}) or a new seat ({@code holder}, {@code label}, {@code partner}). */
record BodyForm(FormBody body) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DOES = 1_000;

    static BodyForm blank() {
        return new BodyForm(FormBody.of(""));
    }

    Optional<BodyKind> kind() {
        return Arrays.stream(BodyKind.values())
                .filter(one -> one.name().equals(body.get("kind")))
                .findFirst();
    }

    String name() {
        return body.get("name").strip();
    }

    String does() {
        return body.get("does").replace("\r\n", "\n").strip();
    }

    Optional<Holder> holder() {
        return Arrays.stream(Holder.values())
                .filter(one -> one.name().equals(body.get("holder")))
                .findFirst();
    }

    String label() {
        return body.get("label").strip();
    }

    /** The slug of the partner whose seat it is; "" for none. */
    String partner() {
        return body.get("partner").strip();
    }

    /** Field to message key. */
    Map<String, String> bodyErrors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (kind().isEmpty()) {
            errors.put("kind", "committee.desk.error.kind");
        }
        if (name().isEmpty() || name().length() > LONGEST_NAME) {
            errors.put("name", "committee.desk.error.name");
        }
        if (does().isEmpty() || does().length() > LONGEST_DOES) {
            errors.put("does", "committee.desk.error.does");
        }
        return errors;
    }

    /** Field to message key. */
    Map<String, String> seatErrors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (holder().isEmpty()) {
            errors.put("holder", "committee.desk.error.holder");
        }
        if (label().isEmpty() || label().length() > LONGEST_NAME) {
            errors.put("label", "committee.desk.error.label");
        }
        return errors;
    }
}
