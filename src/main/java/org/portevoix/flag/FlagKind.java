package org.portevoix.flag;

import java.util.EnumSet;
import java.util.Set;

/** What a flag is about. */
public enum FlagKind {
    /** The words seem to be in another language than the form was read in. */
    LANGUAGE,
    TELEPHONE,
    EMAIL,
    ADDRESS,
    SOCIAL_SECURITY,
    IBAN,
    PLATE,
    CARER_OR_AGENT,
    OWN_HEALTH,
    OTHERS_HEALTH,
    INSULT,
    HATE,
    THREAT,
    ADVERTISING,
    /** Another opinion says nearly the same. */
    DUPLICATE,
    DISTRESS;

    private static final Set<FlagKind> TO_MASK =
            EnumSet.of(TELEPHONE, EMAIL, ADDRESS, SOCIAL_SECURITY, IBAN, PLATE, CARER_OR_AGENT);

    /** Whether such words had better be masked before others are shown. */
    public boolean isToMask() {
        return TO_MASK.contains(this);
    }
}
