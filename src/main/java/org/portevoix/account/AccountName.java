package org.portevoix.account;

import io.micronaut.core.annotation.Introspected;

/** Whose account it is, for those of the team. */
@Introspected
record AccountName(long id, String name) {}
