package org.portevoix.consultation;

/** A room that keeps something made from the words of opinions: it is told when there are words, and when they go. */
public interface WordsKept {

    /** In the transaction by which an opinion counts as looked at; its words as they are now, none where they are gone. */
    default void looked(OpinionToLookAt opinion) {}

    /** In the transaction in which words were corrected or masked: what holds the former ones must go. */
    void changed(long opinionId);

    /** In the transaction in which a person of the team said words in French, otherwise than before, or no longer. */
    default void saidInFrench(long opinionId) {}

    /** In the transaction in which an opinion was taken back, or its words were erased. */
    void gone(long opinionId);
}
