package org.portevoix.account;

import io.micronaut.core.annotation.Introspected;

/** What somebody is in one contract. */
@Introspected
record HeldRole(long accountId, long contractId, Role role) {}
