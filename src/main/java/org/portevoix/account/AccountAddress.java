package org.portevoix.account;

import io.micronaut.core.annotation.Introspected;

/** Somebody of the team, and where to write to them. */
@Introspected
record AccountAddress(long id, String name, String email) {}
