package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * That a party has its places in a part of the programme, or waits for them.
 *
 * @param language of the party
 * @param waitingNumber its turn; null once it has its places
 */
@Introspected
record HeldPart(
        long registrationId,
        long partId,
        String language,
        @Nullable Integer waitingNumber) {

    boolean isWaiting() {
        return waitingNumber != null;
    }
}
