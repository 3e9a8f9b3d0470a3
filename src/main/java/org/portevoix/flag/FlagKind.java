package org.portevoix.flag;

/** What a flag is about, the gravest first. */
public enum FlagKind {
    /** Somebody may be in danger. */
    DISTRESS,
    THREAT,
    HATE,
    INSULT,
    TELEPHONE,
    EMAIL,
    ADDRESS,
    SOCIAL_SECURITY,
    IBAN,
    PLATE,
    CARER_OR_AGENT,
    OWN_HEALTH,
    OTHERS_HEALTH,
    ADVERTISING,
    /** Another opinion says nearly the same. */
    DUPLICATE,
    /** The words seem to be in another language than the form was read in. */
    LANGUAGE
}
