package org.portevoix.contract;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An organisation that leads or helps an action. */
@MappedEntity("partner")
public record Partner(@Id long id, long contractId, String slug, String name, String sector, boolean hasConvention) {}
