package org.portevoix.operation;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.aggregator.DefaultHealthAggregator;
import io.micronaut.management.health.aggregator.HealthAggregator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.runtime.ApplicationConfiguration;
import jakarta.inject.Singleton;

/** Puts {@link Health} in the place of Micronaut's own; as a bean it would need what its parent is made of at compile time. */
@Factory
@Requires(beans = HealthEndpoint.class)
final class HealthFactory {
    @Singleton
    @Replaces(DefaultHealthAggregator.class)
    HealthAggregator<HealthResult> health(ApplicationConfiguration application) {
        return new Health(application);
    }
}
