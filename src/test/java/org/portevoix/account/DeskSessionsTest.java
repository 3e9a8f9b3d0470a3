package org.portevoix.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;

@MicronautTest(startApplication = false, transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskSessionsTest implements TestPropertyProvider {

    private static final Instant MORNING = Instant.parse("2026-11-23T07:30:00Z");

    @Inject
    DeskSessionRepository repository;

    @Inject
    AccountRepository accounts;

    @Inject
    Tokens tokens;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new TreeMap<>();
        TestDatabase.properties().forEach((key, value) -> properties.put(key, String.valueOf(value)));
        return properties;
    }

    @Test
    void endsAfterAnHourWithoutDoingAnything() {
        long account = account("idle@ville.fr");
        String token = at(Duration.ZERO).open(account);
        assertEquals(Optional.of(account), at(Duration.ofMinutes(59)).find(token));
        assertEquals(Optional.of(account), at(Duration.ofMinutes(118)).find(token));
        assertEquals(Optional.empty(), at(Duration.ofMinutes(179)).find(token));
    }

    @Test
    void endsAfterTwelveHoursWhateverIsDone() {
        long account = account("whole@ville.fr");
        String token = at(Duration.ZERO).open(account);
        for (int half = 1; half < 24; half++) {
            assertEquals(
                    Optional.of(account), at(Duration.ofMinutes(30L * half)).find(token));
        }
        assertEquals(Optional.empty(), at(Duration.ofHours(12)).find(token));
    }

    @Test
    void isForgottenWhenClosedAndCleanedUpWhenOver() {
        long account = account("closed@ville.fr");
        DeskSessions sessions = at(Duration.ZERO);
        String one = sessions.open(account);
        String other = sessions.open(account);
        assertNotEquals(one, other);
        sessions.close(one);
        assertEquals(Optional.empty(), sessions.find(one));
        at(Duration.ofMinutes(61)).clean();
        assertEquals(Optional.empty(), sessions.find(other));
    }

    private DeskSessions at(Duration later) {
        return new DeskSessions(repository, tokens, Clock.fixed(MORNING.plus(later), ZoneOffset.UTC));
    }

    private long account(String email) {
        Account saved = accounts.save(new Account(null, email, "Essai", null, false, true, MORNING));
        return java.util.Objects.requireNonNull(saved.id());
    }
}
