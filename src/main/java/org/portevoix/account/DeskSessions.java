package org.portevoix.account;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is signed in: for an hour without doing anything, for twelve in all. */
@Singleton
class DeskSessions {

    static final Duration IDLE = Duration.ofMinutes(60);
    static final Duration WHOLE = Duration.ofHours(12);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final DeskSessionRepository sessions;
    private final Tokens tokens;
    private final Clock clock;

    DeskSessions(DeskSessionRepository sessions, Tokens tokens, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A new session; gives its token. */
    String open(long accountId) {
        String token = tokens.next();
        sessions.add(Tokens.hash(token), accountId, clock.instant());
        return token;
    }

    /** The id of the account; empty when there is no such session, or no longer. */
    Optional<Long> find(String token) {
        Instant now = clock.instant();
        byte[] hash = Tokens.hash(token);
        Optional<DeskSession> session = sessions.find(hash, now.minus(WHOLE), now.minus(IDLE));
        if (session.isPresent() && session.get().seenAt().isBefore(now.minus(SEEN_EVERY))) {
            sessions.see(hash, now);
        }
        return session.map(DeskSession::accountId);
    }

    void close(String token) {
        sessions.delete(Tokens.hash(token));
    }

    void closeAll(long accountId) {
        sessions.deleteAll(accountId);
    }

    /** All of this account, the one in use last first. */
    List<DeskSession> ofAccount(long accountId) {
        Instant now = clock.instant();
        return sessions.findAll(accountId, now.minus(WHOLE), now.minus(IDLE));
    }

    /** How many were closed. */
    int closeOthers(long accountId, String token) {
        return sessions.deleteOthers(accountId, Tokens.hash(token));
    }

    int erase(Instant before) {
        return sessions.deleteSeenBefore(before);
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "${portevoix.jobs.first:5m}")
    void clean() {
        Instant now = clock.instant();
        sessions.deleteOver(now.minus(WHOLE), now.minus(IDLE));
    }
}
