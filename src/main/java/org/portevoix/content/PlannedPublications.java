package org.portevoix.content;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows each draft when its hour has come. */
@Singleton
class PlannedPublications {
    private static final Logger LOG = LoggerFactory.getLogger(PlannedPublications.class);

    private final PublicationPlans plans;

    PlannedPublications(PublicationPlans plans) {
        this.plans = plans;
    }

    @Scheduled(fixedDelay = "30s", initialDelay = "${portevoix.jobs.first:1m}")
    void publish() {
        for (PublicationPlan due : plans.due()) {
            try {
                plans.publish(due);
            } catch (RuntimeException e) {
                // One that fails does not keep the others from their hour; it is tried again.
                LOG.error("Planned publication {} failed", due.id(), e);
            }
        }
    }
}
