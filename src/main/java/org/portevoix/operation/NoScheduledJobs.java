package org.portevoix.operation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.scheduling.processor.ScheduledMethodProcessor;
import jakarta.inject.Singleton;

/** A command lasts a moment: the regular jobs (mail, editions) are the serving site's. */
@Singleton
@Requires(env = Operation.COMMAND)
@Replaces(ScheduledMethodProcessor.class)
final class NoScheduledJobs implements ExecutableMethodProcessor<Scheduled> {
    @Override
    public void process(BeanDefinition<?> definition, ExecutableMethod<?, ?> method) {
        // Left to the serving site.
    }
}
