package org.portevoix.operation;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.portevoix.mail.Deliveries;
import org.portevoix.mail.Standing;

/** Whether letters leave. A site whose mail waits still serves: it is worth a remark, and never DOWN. */
@Singleton
final class MailHealth extends AbstractHealthIndicator<Map<String, Object>> {
    private final Deliveries deliveries;
    private final Clock clock;

    MailHealth(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        return InTime.ask(() -> deliveries.standing(null))
                .map(this::told)
                .orElseGet(() -> Map.of(Health.REASON, "Les courriels ne se comptent pas sans la base de données."));
    }

    private Map<String, Object> told(Standing standing) {
        if (!deliveries.isStuck(standing) || standing.oldest() == null) {
            return Map.of(Health.REASON, "Les courriels partent.", "waiting", standing.waiting());
        }
        Duration since = Duration.between(standing.oldest(), clock.instant());
        String line = standing.waiting() + " courriels attendent, le plus ancien depuis " + since.toHours() + " h.";
        return Map.of(Health.REASON, line, Health.REMARK, line, "waiting", standing.waiting());
    }

    @Override
    protected String getName() {
        return "mail";
    }
}
