package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;

/** How many opinions a consultation received (less those withdrawn), how many wait for a reading, how many were decided. */
@Introspected
public record OpinionCount(long consultationId, long received, long waiting, long decided) {}
