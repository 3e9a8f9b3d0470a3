package org.portevoix.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The table of events, which gives the repository its name. */
@MappedEntity("event")
record EventRow(@Id long id, long contractId, String slug) {}
