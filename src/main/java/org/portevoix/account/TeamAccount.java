package org.portevoix.account;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody of the team, in any contract or none. @param passwords chosen: 0 or 1 */
@Introspected
record TeamAccount(
        long id,
        String name,
        String email,
        boolean isAdministrator,
        @Nullable Instant seenAt,
        long passwords) {

    /** Whether they have not come yet. */
    boolean isInvited() {
        return passwords == 0;
    }
}
