package org.portevoix.content;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A contract of which all that waits to be translated has to be counted anew. */
@Introspected
record TranslationRecount(long contractId, Instant wantedAt) {}
