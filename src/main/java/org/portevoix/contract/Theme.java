package org.portevoix.contract;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A theme within an axis. */
@MappedEntity("theme")
public record Theme(@Id long id, long contractId, long axisId, String slug, int position, long titleText) {}
