package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;

/** Where the writer of an opinion lives, as they said it. */
@Introspected
record OpinionHome(long id, String home) {}
