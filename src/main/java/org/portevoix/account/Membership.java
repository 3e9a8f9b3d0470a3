package org.portevoix.account;

import io.micronaut.core.annotation.Introspected;

/** What an account is in one contract. */
@Introspected
record Membership(long contractId, Role role) {}
