package org.portevoix.mail;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * Letters of one kind that did not leave for one reason.
 *
 * @param state WAITING or REFUSED
 * @param next when they are, at the earliest
 */
@Introspected
public record Trouble(String kind, String state, Failure failure, long number, Instant oldest, Instant next) {

    /** Whether they are not tried again. */
    public boolean isRefused() {
        return state.equals("REFUSED");
    }
}
