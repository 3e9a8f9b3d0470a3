package org.portevoix.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in.
 *
 * @param address of the page, to which its forms are sent
 * @param done what was just done, or ""
 * @param invited whom, with the link to hand over where that may be; or null
 * @param mailMissing settings without which the letter waits
 * @param errors message keys by field of the invitation
 */
record PeoplePage(
        String address,
        List<Row> rows,
        List<Choice> roles,
        InviteForm form,
        String done,
        @Nullable Invited invited,
        List<String> mailMissing,
        Map<String, String> errors) {

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean lacksMail() {
        return !mailMissing.isEmpty();
    }

    /**
     * Somebody, with one role in a contract, or with all that they are on the site.
     *
     * @param seen the day they last came, or ""
     * @param roles of a contract one, to change; of the site those of all contracts, to read
     * @param isYou whether it is the one who looks
     */
    record Row(
            long id,
            String name,
            String email,
            String role,
            List<Held> held,
            List<Choice> roles,
            String seen,
            boolean isInvited,
            boolean isAdministrator,
            boolean isCouncil,
            boolean isYou) {}

    /** What somebody is in a contract of the site. */
    record Held(String territory, Role role) {}

    /** @param role its name, as the form sends it */
    record Choice(Role role, boolean isChosen) {}

    /** @param link whole, or "" when it is for their mailbox alone */
    record Invited(String name, String link) {}
}
