package org.portevoix.account;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody with a role in one contract. @param passwords chosen: 0 or 1 */
@Introspected
record Member(
        long id,
        String name,
        String email,
        Role role,
        boolean isAdministrator,
        @Nullable Instant seenAt,
        long passwords) {

    /** Whether they have not come yet. */
    boolean isInvited() {
        return passwords == 0;
    }
}
