package org.portevoix.account;

import static org.portevoix.account.Permission.ANSWER;
import static org.portevoix.account.Permission.ENTER;
import static org.portevoix.account.Permission.MODERATE;
import static org.portevoix.account.Permission.REPORT;

import java.util.Set;

/**
 * What somebody is in one contract, and so what they may do there:
 *
 * <pre>
 *               MODERATE  ANSWER  ENTER  REPORT  ACCOUNTS
 * COORDINATOR      x        x       x      x
 * COMMITTEE                                x
 * </pre>
 *
 * An administrator of the site may do all of it, in each contract.
 */
public enum Role {
    COORDINATOR(MODERATE, ANSWER, ENTER, REPORT),
    /** Reads the figures and no resident's words. */
    COMMITTEE(REPORT);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
