package org.portevoix.operation;

import io.micronaut.health.HealthStatus;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Whether the database answers, within a few seconds. */
@Singleton
final class DatabaseHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final DataSource dataSource;

    /** Of the data source itself: what is injected gives a connection only where a transaction has begun. */
    DatabaseHealth(DataSource dataSource, DataSourceResolver resolver) {
        this.dataSource = resolver.resolve(dataSource);
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        boolean answers = InTime.ask(this::isValid).orElse(false);
        healthStatus = answers ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of(
                Health.REASON,
                answers
                        ? "La base de données répond."
                        : "La base de données ne répond pas en " + InTime.PATIENCE.toSeconds() + " s.");
    }

    private boolean isValid() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException | RuntimeException silent) {
            return false;
        }
    }

    @Override
    protected String getName() {
        return "database";
    }
}
