package org.portevoix.followup;

/** Who owes the answer: the service that runs the action, or the steering committee. */
public enum Decider {
    SERVICE,
    COMMITTEE
}
