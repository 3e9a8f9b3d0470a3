package org.portevoix.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.portevoix.TestDatabase;

/** A command has the whole site at hand, and neither answers visitors nor does the site's regular jobs. */
class CommandTest {
    @Test
    void commandsLeaveVisitorsAndRegularJobsToTheServingSite() throws Exception {
        try (ApplicationContext site = ApplicationContext.builder(Operation.COMMAND, "command-test")
                .properties(TestDatabase.properties())
                .start()) {
            Thread.sleep(300);
            assertEquals(0, site.getBean(Clockwork.class).ticks.get());
            assertFalse(site.findBean(EmbeddedServer.class).orElseThrow().isRunning());
            assertEquals(1, site.getBeansOfType(DataSource.class).size());
        }
        try (ApplicationContext site = ApplicationContext.builder("command-test")
                .properties(TestDatabase.properties())
                .start()) {
            Thread.sleep(300);
            assertFalse(site.getBean(Clockwork.class).ticks.get() == 0);
        }
    }

    @Singleton
    @Requires(env = "command-test")
    static class Clockwork {
        final AtomicInteger ticks = new AtomicInteger();

        @Scheduled(fixedDelay = "20ms")
        void tick() {
            ticks.incrementAndGet();
        }
    }
}
