package org.portevoix.operation;

import io.micronaut.context.annotation.Value;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.io.File;
import java.util.Map;

/** Whether the disk of the data folder has room left. */
@Singleton
final class DiskHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private static final long LEAST_MB = 200;

    private final File folder;

    DiskHealth(@Value("${portevoix.data:.}") String folder) {
        this.folder = new File(folder);
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        long free = folder.getUsableSpace() / 1_000_000;
        healthStatus = free < LEAST_MB ? HealthStatus.DOWN : HealthStatus.UP;
        return Map.of(
                Health.REASON,
                free < LEAST_MB
                        ? "Le disque est presque plein : " + free + " Mo libres."
                        : "Le disque a " + free + " Mo libres.",
                "free_megabytes",
                free);
    }

    @Override
    protected String getName() {
        return "disk";
    }
}
