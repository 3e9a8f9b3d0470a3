package org.portevoix.actionsheet;

/** What became of an action, as the evaluation of 2018 asked it (annexe 2, question 1), and two answers that it had not. */
public enum Judged {
    REACHED,
    PARTLY,
    NOT_REACHED,
    /** Postponed, redirected or dropped, and not judged. */
    POSTPONED,
    NOT_YET
}
