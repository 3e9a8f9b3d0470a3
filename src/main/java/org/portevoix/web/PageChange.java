package org.portevoix.web;

import io.micronaut.core.annotation.Introspected;

/** A row of page_change: something that pages show under this tag has changed. */
@Introspected
record PageChange(long id, String tag) {}
