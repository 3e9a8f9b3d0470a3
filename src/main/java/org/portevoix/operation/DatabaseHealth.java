package org.portevoix.operation;

import io.micronaut.health.HealthStatus;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Whether the database answers, within a few seconds. */
@Singleton
final class DatabaseHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DataSource dataSource;

    /** Of the data source itself: what is injected gives a connection only where a transaction has begun. */
    DatabaseHealth(DataSource dataSource, DataSourceResolver resolver) {
        this.dataSource = resolver.resolve(dataSource);
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        boolean answers = answers();
        healthStatus = answers ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of(
                Health.REASON,
                answers
                        ? "La base de données répond."
                        : "La base de données ne répond pas en " + PATIENCE.toSeconds() + " s.");
    }

    /** The pool would wait far longer for a connection than a watcher does for an answer. */
    private boolean answers() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread asking = Thread.startVirtualThread(() -> answer.complete(isValid()));
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            asking.interrupt();
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
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
