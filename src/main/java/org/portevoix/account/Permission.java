package org.portevoix.account;

/** Something that the team does in a contract. Who may is written in {@link Role}. */
public enum Permission {
    /** Reads what residents wrote and decides what is shown. */
    MODERATE,
    /** Reads, each time on the record, what the team masked in what residents wrote. */
    UNSEAL,
    /** Writes, shows and takes away what residents read: contract, actions, events, questionnaires, missions. */
    PUBLISH,
    /** Writes and reviews texts in another language. */
    TRANSLATE,
    /** Sees who registered or signed up, and how to reach them. */
    PERSONAL_LISTS,
    /** Counts the heads at an event. */
    HEAD_COUNT,
    /** Answers residents, one by one or all together, and says what came of it. */
    ANSWER,
    /** Types in what came on paper, by telephone or at a meeting. */
    ENTER,
    /** Works in the page of their own neighbourhood council, and of no other. */
    COUNCIL,
    /** Keeps the steering bodies' meetings, seats and decisions. */
    GOVERN,
    /** Reads the figures of participation. */
    REPORT,
    /** Reads how participation is split between priority areas and the rest of the town. */
    PRIORITY_AREAS,
    /** Lets people in, and out. */
    ACCOUNTS
}
