package org.portevoix.contract;

import io.micronaut.core.annotation.Introspected;

/** How many partners of a contract are of a sector, and how many of them signed a convention. */
@Introspected
public record SectorCount(String sector, long partners, long conventions) {}
