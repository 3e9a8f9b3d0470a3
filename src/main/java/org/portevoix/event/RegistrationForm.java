package org.portevoix.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.mail.Contact;
import org.portevoix.web.FormBody;

/**
 * What somebody who registers typed: {@code first_name}, {@code people} (1 to 10), {@code email} or {@code telephone} or
 * neither, {@code interpreter}, {@code child_care}, {@code step_free}, {@code home}, and each {@code part} of the
 * programme that was ticked. At a sensitive session nobody is asked
 * who they are, where they live or how to reach them, and it is not kept if it is sent.
 */
record RegistrationForm(FormBody body, boolean isSensitive) {

    static final int MOST_PEOPLE = 10;
    static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]{8,15}");

    static RegistrationForm blank(boolean isSensitive) {
        return new RegistrationForm(FormBody.of(""), isSensitive);
    }

    String firstName() {
        return isSensitive ? "" : body.get("first_name").strip();
    }

    /** 0 when it is no number that can be. */
    int people() {
        String typed = body.get("people");
        int people = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
        return people > MOST_PEOPLE ? 0 : people;
    }

    String email() {
        return isSensitive ? "" : body.get("email").strip();
    }

    String telephone() {
        return isSensitive ? "" : body.get("telephone").strip();
    }

    String interpreter() {
        return body.get("interpreter").strip();
    }

    boolean needsChildCare() {
        return body.get("child_care").equals("yes");
    }

    boolean needsStepFree() {
        return body.get("step_free").equals("yes");
    }

    /** Ids of parts of the programme, which need not be there. */
    Set<Long> parts() {
        return body.all("part").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Slug of a neighbourhood, or "". */
    String home() {
        return isSensitive ? "" : body.get("home");
    }

    /** One contact is enough: the e-mail address where both were given. Null where there is none. */
    @Nullable
    Contact contact(String language) {
        if (!email().isEmpty()) {
            return new Contact(Contact.Kind.EMAIL, email(), language);
        }
        return telephone().isEmpty() ? null : new Contact(Contact.Kind.TELEPHONE, digits(), language);
    }

    /** Field to message key, in the order of the form; empty when all is well. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (!isSensitive && firstName().isEmpty()) {
            errors.put("first_name", "event.error.first_name");
        }
        if (firstName().codePointCount(0, firstName().length()) > LONGEST_NAME) {
            errors.put("first_name", "event.error.first_name_long");
        }
        if (people() == 0) {
            errors.put("people", "event.error.people");
        }
        if (!telephone().isEmpty() && !TELEPHONE.matcher(digits()).matches()) {
            errors.put("telephone", "event.error.telephone");
        }
        if (!email().isEmpty()
                && (email().length() > LONGEST_EMAIL || !EMAIL.matcher(email()).matches())) {
            errors.put("email", "event.error.email");
        }
        if (interpreter().codePointCount(0, interpreter().length()) > LONGEST_NAME) {
            errors.put("interpreter", "event.error.interpreter");
        }
        return errors;
    }

    /** All that was answered, on a line each: the same answers are the same text. */
    String answers() {
        return String.join(
                "\n",
                firstName(),
                String.valueOf(people()),
                email(),
                telephone(),
                interpreter(),
                String.valueOf(needsChildCare()),
                String.valueOf(needsStepFree()),
                home(),
                parts().toString());
    }

    private String digits() {
        return telephone().replaceAll("[\\s.()/-]", "");
    }
}
