package org.portevoix.event;

import java.time.LocalDate;
import java.util.List;

/**
 * What a rule would do to the sessions of an event that are to come; those that are over stay as they are.
 *
 * @param added days without a session yet
 * @param changed sessions that get the rule's hours and places
 * @param removed sessions that a rule made, and the rule no longer says
 * @param kept sessions that the rule would change or take away, and that stay: people are registered, or they were called off
 * @param alike those that are already as the rule says
 */
record RepeatPlan(
        List<LocalDate> added,
        List<EventSession> changed,
        List<EventSession> removed,
        List<EventSession> kept,
        List<EventSession> alike) {

    boolean isNothing() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
