package org.portevoix.account;

import static org.portevoix.account.Permission.ACCOUNTS;
import static org.portevoix.account.Permission.ANSWER;
import static org.portevoix.account.Permission.ENTER;
import static org.portevoix.account.Permission.GOVERN;
import static org.portevoix.account.Permission.HEAD_COUNT;
import static org.portevoix.account.Permission.MODERATE;
import static org.portevoix.account.Permission.PERSONAL_LISTS;
import static org.portevoix.account.Permission.PRIORITY_AREAS;
import static org.portevoix.account.Permission.PUBLISH;
import static org.portevoix.account.Permission.REPORT;
import static org.portevoix.account.Permission.TRANSLATE;
import static org.portevoix.account.Permission.UNSEAL;

import java.util.Set;

/**
 * What somebody is in one contract, and so what they may do there:
 *
 * <pre>
 *                 coordinator  translator  host  council  committee
 * MODERATE             x
 * UNSEAL               x
 * PUBLISH              x
 * TRANSLATE            x           x
 * PERSONAL_LISTS       x
 * HEAD_COUNT           x                    x
 * ANSWER               x
 * ENTER                x
 * COUNCIL                                           x
 * GOVERN               x
 * REPORT               x                                      x
 * PRIORITY_AREAS                                              x
 * ACCOUNTS             x
 * </pre>
 *
 * An administrator of the site may do all of it, in each contract, but for COUNCIL, since a council speaks
 * for itself, and for PRIORITY_AREAS, which is the committee's alone.
 */
public enum Role {
    COORDINATOR(
            MODERATE, UNSEAL, PUBLISH, TRANSLATE, PERSONAL_LISTS, HEAD_COUNT, ANSWER, ENTER, GOVERN, REPORT, ACCOUNTS),
    /** Writes and reviews texts in other languages. */
    TRANSLATOR(TRANSLATE),
    /** Welcomes people at events, and counts them. */
    HOST(HEAD_COUNT),
    /** A member of a neighbourhood council, who acts for that council alone. */
    COUNCIL(Permission.COUNCIL),
    /** Reads the figures and no resident's words. */
    COMMITTEE(REPORT, PRIORITY_AREAS);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
