package org.portevoix.account;

/** Something that the team does in a contract. Who may is written in {@link Role}. */
public enum Permission {
    /** Reads what residents wrote and decides what is shown. */
    MODERATE,
    /** Answers residents, one by one or all together. */
    ANSWER,
    /** Types in what came on paper, by telephone or at a meeting. */
    ENTER,
    /** Reads the figures of participation. */
    REPORT,
    /** Lets people in, and out. */
    ACCOUNTS
}
