package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** Opinions of a contract that nobody has decided, how many of them tell of a danger, and when the oldest of the others came. */
@Introspected
public record OpinionBacklog(long contractId, long waiting, long urgent, Instant oldest) {

    /** Those that tell of no danger. */
    public long usual() {
        return waiting - urgent;
    }
}
