package org.portevoix.mail;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portevoix.web.SiteSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits. Any number of machines may do so: a letter is claimed first, by one of them. One that could not leave is
 * tried again, later each time; when the server itself is away, one letter tries for all. See docs/decisions/0012.
 */
@Singleton
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Longer than the longest talk with a server whose every answer comes just in time. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(31);
    private static final Duration REFUSED_KEPT = Duration.ofDays(7);

    /** Few, so that an urgent letter does not wait for many others. */
    private static final int AT_ONCE = 10;

    /** One letter may make a server break off; three in a row are the server's doing. */
    private static final int BREAKS_OF_ONE_LETTER = 2;

    private final LetterRepository letters;
    private final Sealed sealed;
    private final ObjectMapper json;
    private final LetterWords words;
    private final Sending sending;
    private final MailSettings settings;
    private final SiteSecret secret;
    private final Clock clock;

    Delivery(
            LetterRepository letters,
            Sealed sealed,
            ObjectMapper json,
            LetterWords words,
            Sending sending,
            MailSettings settings,
            SiteSecret secret,
            Clock clock) {
        this.letters = letters;
        this.sealed = sealed;
        this.json = json;
        this.words = words;
        this.sending = sending;
        this.settings = settings;
        this.secret = secret;
        this.clock = clock;
    }

    /** Sends all that is due; stops when the server is away. */
    @Scheduled(fixedDelay = "${portevoix.mail.every:10s}", initialDelay = "${portevoix.mail.first:15s}")
    void round() {
        if (!settings.isComplete()) {
            return;
        }
        int sent = 0;
        int breaks = 0;
        List<Long> due = letters.findDue(clock.instant(), AT_ONCE);
        while (!due.isEmpty()) {
            for (long id : due) {
                Instant now = clock.instant();
                if (letters.claim(id, now, now.plus(CLAIM)) == 0) {
                    continue;
                }
                Optional<LetterRow> row = letters.findWaiting(id);
                if (row.isEmpty()) {
                    continue;
                }
                Optional<Failure> failure = send(row.get());
                if (failure.isEmpty()) {
                    letters.end(id, clock.instant());
                    breaks = 0;
                    if (sent++ == 0) {
                        letters.wake(clock.instant());
                    }
                } else {
                    fail(row.get(), failure.get());
                    breaks = failure.get() == Failure.BROKEN_OFF ? breaks + 1 : 0;
                    if (failure.get().isOfEveryLetter() || breaks > BREAKS_OF_ONE_LETTER) {
                        holdAll(failure.get());
                        return;
                    }
                }
            }
            due = letters.findDue(clock.instant(), AT_ONCE);
        }
        if (sent > 0) {
            LOG.info("{} letters sent", sent);
        }
    }

    /** Keeps nothing of what is over. */
    @Scheduled(fixedDelay = "1h", initialDelay = "${portevoix.jobs.first:7m}")
    void clean() {
        letters.emptyRefused(clock.instant().minus(REFUSED_KEPT));
        letters.deleteEnded(clock.instant().minus(KEPT));
    }

    /** The same for the same letter, so that a mailbox knows a double by it; nobody learns the key from it. */
    String messageId(String letterKey) {
        return HexFormat.of().formatHex(secret.hmac("message-id", letterKey), 0, 16) + "@"
                + Objects.requireNonNullElse(settings.url().getHost(), "localhost");
    }

    private Optional<Failure> send(LetterRow row) {
        byte[] recipient = row.recipient();
        byte[] content = row.content();
        if (recipient == null || content == null) {
            return Optional.of(Failure.UNREADABLE);
        }
        String to;
        Letter.Content read;
        try {
            to = sealed.open(recipient);
            read = json.readValue(sealed.open(content), Letter.Content.class);
        } catch (IllegalStateException | IOException e) {
            return Optional.of(Failure.UNREADABLE);
        }
        LetterWords.Written written =
                words.write(read, row.language(), settings.url().toString(), row.receiptHash() != null);
        return sending.send(to, row.language(), written, messageId(row.letterKey()));
    }

    private void fail(LetterRow row, Failure failure) {
        LOG.warn("Letter {} did not leave: {}", row.id(), failure);
        if (failure.isForEver()) {
            letters.refuse(row.id(), failure, clock.instant());
        } else {
            letters.postpone(row.id(), failure, clock.instant().plus(Delays.after(row.attempts() + 1)));
        }
    }

    /** What would fail the same way waits without being tried, each as long as its own failures make it. */
    private void holdAll(Failure failure) {
        Instant now = clock.instant();
        int held = 0;
        for (int attempts = Delays.STEPS; attempts >= 0; attempts--) {
            int atMost = attempts == Delays.STEPS ? Integer.MAX_VALUE - 1 : attempts;
            held += letters.postponeDue(attempts, atMost, failure, now, now.plus(Delays.after(attempts + 1)));
        }
        if (held > 0) {
            LOG.warn("{} more letters wait: {}", held, failure);
        }
    }
}
