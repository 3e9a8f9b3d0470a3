package org.portevoix.followup;

import io.micronaut.core.annotation.Introspected;
import org.portevoix.receipt.Said;

/** Which follow-up gathered which of the things said. */
@Introspected
record GatheredThing(long followupId, Said.Kind kind, long saidId) {}
