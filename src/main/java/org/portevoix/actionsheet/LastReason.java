package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;

/** Why a sheet stands where it does, as its last step says. */
@Introspected
record LastReason(long actionSheetId, String reason) {}
