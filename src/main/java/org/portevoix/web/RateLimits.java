package org.portevoix.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How often one network address (of IPv6: one network of 64 bits, which is one subscriber) may try. One address behind a forum's wifi is many people: 1,000 contributions at once
 * and 100 a minute after; but 20 wrong receipt codes a minute, and 10 wrong passwords.
 */
@Singleton
public class RateLimits {

    private static final int LONGEST_ACCOUNT = 254;

    private final Visitor visitor;
    private final Cache<String, Bucket> contributions = buckets();
    private final Cache<String, Bucket> wrongCodes = buckets();
    private final Cache<String, Bucket> wrongPasswords = buckets();
    private final Cache<String, Bucket> links = buckets();
    private final Cache<String, Bucket> drawings = buckets();
    private final Cache<String, Bucket> choices = buckets();

    RateLimits(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Counts a contribution; false when there were too many. */
    public boolean mayContribute(HttpRequest<?> request) {
        return bucket(contributions, visitor.network(request), 1_000, 100).tryConsume(1);
    }

    /** False when too many wrong codes came from there. */
    public boolean mayTryCode(HttpRequest<?> request) {
        return bucket(wrongCodes, visitor.network(request), 20, 20).getAvailableTokens() > 0;
    }

    public void countWrongCode(HttpRequest<?> request) {
        bucket(wrongCodes, visitor.network(request), 20, 20).tryConsume(1);
    }

    /**
     * What a secret address opens. Wrong and taken away look the same; who tried too many waits.
     *
     * @throws HttpStatusException 429 for who tried too many
     * @throws NotFound where it opens nothing
     */
    public <T> T openSecret(HttpRequest<?> request, Supplier<Optional<T>> door) {
        refuseWhoGuesses(request);
        Optional<T> opened = door.get();
        // Asked again: many tries at the same moment all pass the first question.
        refuseWhoGuesses(request);
        if (opened.isEmpty()) {
            countWrongCode(request);
        }
        return opened.orElseThrow(NotFound::new);
    }

    private void refuseWhoGuesses(HttpRequest<?> request) {
        if (!mayTryCode(request)) {
            throw tooMany();
        }
    }

    /**
     * False when too many wrong passwords came from there, from there for this account, or from anywhere for it. The
     * last is wide, so that nobody can keep a person of the team out from one place.
     */
    public boolean mayTryPassword(HttpRequest<?> request, String account) {
        return bucket(wrongPasswords, visitor.network(request), 30, 10).getAvailableTokens() > 0
                && bucket(wrongPasswords, pair(request, account), 10, 2).getAvailableTokens() > 0
                && bucket(wrongPasswords, account(account), 100, 30).getAvailableTokens() > 0;
    }

    public void countWrongPassword(HttpRequest<?> request, String account) {
        bucket(wrongPasswords, visitor.network(request), 30, 10).tryConsume(1);
        bucket(wrongPasswords, pair(request, account), 10, 2).tryConsume(1);
        bucket(wrongPasswords, account(account), 100, 30).tryConsume(1);
    }

    /** Counts somebody who asks for a link to choose a password; false when too many did so from there. */
    public boolean mayAskForLink(HttpRequest<?> request) {
        return bucket(links, visitor.network(request), 10, 1).tryConsume(1);
    }

    /** Counts something that is costly to draw; false when too much was asked from there. */
    public boolean mayDraw(HttpRequest<?> request) {
        return bucket(drawings, visitor.network(request), 200, 60).tryConsume(1);
    }

    /** Counts a page with choices that nobody asked for before, of a whole forum behind one address; false when there were too many. */
    public boolean mayChoose(HttpRequest<?> request) {
        return bucket(choices, visitor.network(request), 1_000, 600).tryConsume(1);
    }

    /** To be thrown: a page that asks to come back in a minute. */
    public static HttpStatusException tooMany() {
        return new HttpStatusException(HttpStatus.TOO_MANY_REQUESTS, "");
    }

    private String pair(HttpRequest<?> request, String account) {
        return visitor.network(request) + " " + account(account);
    }

    /** Of a bounded length, whatever was typed. */
    private static String account(String account) {
        return "account " + account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT));
    }

    private static Bucket bucket(Cache<String, Bucket> buckets, String key, long burst, long perMinute) {
        return buckets.get(
                key,
                unused -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(burst)
                                .refillGreedy(perMinute, Duration.ofMinutes(1))
                                .build())
                        .build());
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(30))
                .build();
    }
}
