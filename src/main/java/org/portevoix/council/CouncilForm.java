package org.portevoix.council;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.account.Accounts;
import org.portevoix.web.FormBody;

/**
 * A council as the team types it: {@code kind}, {@code telephone}, {@code neighbourhood} (slugs), and for each language
 * {@code name-} and {@code presentation-} with its code. Or somebody to invite: {@code email}, {@code member}.
 */
record CouncilForm(FormBody body) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 4_000;
    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; NFC; Lower");

    CouncilKind kind() {
        return Arrays.stream(CouncilKind.values())
                .filter(kind -> kind.name().equals(body.get("kind")))
                .findFirst()
                .orElse(CouncilKind.NEIGHBOURHOOD);
    }

    String name(String language) {
        return body.get("name-" + language).strip();
    }

    String presentation(String language) {
        return body.get("presentation-" + language).replace("\r\n", "\n").strip();
    }

    String telephone() {
        return body.get("telephone").strip();
    }

    List<String> neighbourhoods() {
        return body.all("neighbourhood");
    }

    String email() {
        return body.get("email").strip();
    }

    String member() {
        return body.get("member").strip();
    }

    /** The address of a council of this name. */
    String slug() {
        String plain =
                PLAIN.transliterate(name("fr")).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() > 50 ? plain.substring(0, 50).replaceAll("-$", "") : plain;
    }

    /** The bodies that were written, by language. */
    Map<String, String> names(List<String> languages) {
        return bodies(languages, "name-");
    }

    Map<String, String> presentations(List<String> languages) {
        return bodies(languages, "presentation-");
    }

    private Map<String, String> bodies(List<String> languages, String field) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String language : languages) {
            String typed = body.get(field + language).replace("\r\n", "\n").strip();
            if (!typed.isEmpty()) {
                bodies.put(language, typed);
            }
        }
        return bodies;
    }

    /** Field to message key, in the order of the form. */
    Map<String, String> errors(List<String> languages) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name("fr").isEmpty() || slug().isEmpty()) {
            errors.put("name-fr", "council.desk.error.name");
        }
        for (String language : languages) {
            if (name(language).length() > LONGEST_NAME) {
                errors.put("name-" + language, "council.desk.error.long");
            }
            if (presentation(language).length() > LONGEST) {
                errors.put("presentation-" + language, "council.desk.error.long");
            }
            if (!presentation(language).isEmpty() && presentation("fr").isEmpty()) {
                errors.put("presentation-fr", "council.desk.error.french");
            }
        }
        if (!telephone().isEmpty() && !telephone().matches("\\+?[0-9][0-9 .]{1,24}")) {
            errors.put("telephone", "council.desk.error.telephone");
        }
        return errors;
    }

    /** Of an invitation. */
    Map<String, String> inviting() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (member().isEmpty()) {
            errors.put("member", "council.desk.error.member");
        }
        if (!Accounts.isEmail(email())) {
            errors.put("email", "council.desk.error.email");
        }
        return errors;
    }
}
