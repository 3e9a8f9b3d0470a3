package org.portevoix.consultation;

/** How a question is answered: words, one option, several, or one of five faces. */
enum QuestionKind {
    TEXT,
    CHOICE,
    CHOICES,
    SCALE
}
