package org.portevoix.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import org.portevoix.mail.Deliveries;
import org.portevoix.mail.Standing;

/** How many letters of the whole site should have left and have not; no number while the database is silent. */
@Singleton
final class MailMeasures implements MeterBinder {
    private final BeanProvider<Deliveries> deliveries;

    MailMeasures(BeanProvider<Deliveries> deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("portevoix.letters.waiting", deliveries, MailMeasures::waiting)
                .description("Letters that should have left and have not")
                .register(registry);
    }

    private static double waiting(BeanProvider<Deliveries> deliveries) {
        return InTime.ask(() -> deliveries.get().standing(null))
                .map(Standing::waiting)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }
}
