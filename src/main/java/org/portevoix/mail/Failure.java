package org.portevoix.mail;

/** Why a letter did not leave: all that is kept and shown of it, since the server's own words may hold an address. */
public enum Failure {
    /** The mail server does not answer. */
    NO_ANSWER(true),
    /** The mail server does not let the site in. */
    LOGIN(true),
    /** The mail server went silent in the middle. */
    BROKEN_OFF(false),
    /** The mail server does not take this letter from this site. */
    SENDER(false),
    /** The mail server asks to come back later. */
    LATER(false),
    /** Nobody has this address, says the mail server. */
    REFUSED(false),
    /** What was given is no e-mail address. */
    ADDRESS(false),
    /** The letter was sealed with another secret than the site's present one. */
    UNREADABLE(false),
    /** Anything else. */
    OTHER(false);

    private final boolean isOfEveryLetter;

    Failure(boolean isOfEveryLetter) {
        this.isOfEveryLetter = isOfEveryLetter;
    }

    /** Whether the next letter would meet it too. */
    boolean isOfEveryLetter() {
        return isOfEveryLetter;
    }

    /** Whether trying again is of no use. */
    boolean isForEver() {
        return this == REFUSED || this == ADDRESS;
    }
}
