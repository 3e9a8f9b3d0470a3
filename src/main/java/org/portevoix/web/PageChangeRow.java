package org.portevoix.web;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The table of changes, which gives the repository its name. */
@MappedEntity("page_change")
record PageChangeRow(@Id Long id, String tag) {}
