package org.portevoix.participation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;

/** How many editions of the public figures were published, for the operator. Asks late: the database measures itself before it is there. */
@Singleton
class EditionMeasures implements MeterBinder {

    private final BeanProvider<Editions> editions;

    EditionMeasures(BeanProvider<Editions> editions) {
        this.editions = editions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(
                        "portevoix.editions.published",
                        editions,
                        each -> each.get().published())
                .description("Editions of the public figures published by this machine")
                .register(registry);
    }
}
