package org.portevoix.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portevoix.web.FormBody;

/** Somebody to let in, as typed. */
record InviteForm(String email, String name, String role) {

    /** A member of a council is invited from the page of that council. */
    static final List<Role> GIVEN = List.of(Role.COORDINATOR, Role.TRANSLATOR, Role.HOST, Role.COMMITTEE);

    private static final int LONGEST_NAME = 120;

    static InviteForm of(FormBody body) {
        return new InviteForm(body.get("email").strip(), body.get("name").strip(), body.get("role"));
    }

    static InviteForm empty() {
        return new InviteForm("", "", "");
    }

    /** Message keys by field. */
    Map<String, String> errors(boolean asksRole) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.put("name", "account.desk.people.name_missing");
        }
        if (!Accounts.isEmail(email)) {
            errors.put("email", "account.desk.email.invalid");
        }
        if (asksRole && given(role).isEmpty()) {
            errors.put("role", "account.desk.people.role_missing");
        }
        return errors;
    }

    /** A role that the desk gives. */
    static Optional<Role> given(String name) {
        return GIVEN.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** Any role. */
    static Optional<Role> any(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
