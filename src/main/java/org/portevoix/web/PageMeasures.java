package org.portevoix.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How well the kept pages serve, for the operator: those answered that were not made were kept. No address, no visitor. */
@Singleton
class PageMeasures implements MeterBinder {

    private final PageCache cache;
    private final PageAnswers answers;

    PageMeasures(PageCache cache, PageAnswers answers) {
        this.cache = cache;
        this.answers = answers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("portevoix.pages.answered", answers, PageAnswers::given)
                .description("Public pages answered, kept or just made")
                .register(registry);
        FunctionCounter.builder("portevoix.pages.made", cache, PageCache::made)
                .description("Public pages that had to be made")
                .register(registry);
        Gauge.builder("portevoix.pages.kept", cache, PageCache::size)
                .description("Public pages kept in memory")
                .register(registry);
    }
}
