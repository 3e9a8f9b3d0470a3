package org.portevoix.actionsheet;

import io.micronaut.core.annotation.Introspected;

/** Something that belongs to one of several sheets: a partner, a text. */
@Introspected
record OfSheet(long actionSheetId, long id) {}
