package org.portevoix.seal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was done, before it is sealed: numbers and names of code, never a person's name, address or words.
 *
 * @param accountId null of the site itself, of the operator, of somebody who is not known
 * @param contractId null of the whole site
 * @param subjectKind what was acted on: "opinion", "account"; or ""
 * @param subject its id or its name in addresses; or ""
 * @param detail what more is to say: "PUBLISH", "COORDINATOR", a number; or ""
 */
public record Deed(
        @Nullable Long accountId,
        @Nullable Long contractId,
        Act act,
        String subjectKind,
        String subject,
        String detail) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:/=, +-]{0,160}");

    public Deed {
        if (!isCode(subjectKind) || !isCode(subject) || !isCode(detail)) {
            throw new IllegalArgumentException("The sealed log keeps numbers and names of code only");
        }
    }

    public static Deed of(Act act) {
        return new Deed(null, null, act, "", "", "");
    }

    public Deed by(@Nullable Long accountId) {
        return new Deed(accountId, contractId, act, subjectKind, subject, detail);
    }

    public Deed in(@Nullable Long contractId) {
        return new Deed(accountId, contractId, act, subjectKind, subject, detail);
    }

    public Deed about(String kind, long id) {
        return about(kind, Long.toString(id));
    }

    public Deed about(String kind, String name) {
        return new Deed(accountId, contractId, act, kind, name, detail);
    }

    public Deed saying(String detail) {
        return new Deed(accountId, contractId, act, subjectKind, subject, detail);
    }

    /** Whether the log may keep it: no name of a person, address or sentence passes. */
    static boolean isCode(String written) {
        return CODE.matcher(written).matches();
    }
}
