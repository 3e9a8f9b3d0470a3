package org.portevoix.consultation;

/** Where an opinion stands. Only words have to be read before anything is shown; the rest is READ at once. */
public enum OpinionState {
    WAITING,
    READ,
    PUBLISHED,
    PASSED_ON,
    REFUSED,
    WITHDRAWN
}
