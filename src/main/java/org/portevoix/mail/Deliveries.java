package org.portevoix.mail;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;

/** How mail stands, for the team: what waits and why, trying again, a letter to oneself. */
@Singleton
public class Deliveries {

    /** Mail that has not left for so long does not leave by itself. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final LetterRepository letters;
    private final LetterWords words;
    private final Sending sending;
    private final Delivery delivery;
    private final MailSettings settings;
    private final Clock clock;

    Deliveries(
            LetterRepository letters,
            LetterWords words,
            Sending sending,
            Delivery delivery,
            MailSettings settings,
            Clock clock) {
        this.letters = letters;
        this.words = words;
        this.sending = sending;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param contractId null for the whole site */
    public Standing standing(@Nullable Long contractId) {
        return letters.standing(contractId, clock.instant());
    }

    /** What did not leave and why, without saying to whom. @param contractId null for the whole site */
    public List<Trouble> troubles(@Nullable Long contractId) {
        return letters.troubles(contractId);
    }

    /** Whether a letter that should have left has waited for an hour. */
    public boolean isStuck(Standing standing) {
        return standing.oldest() != null
                && standing.oldest().isBefore(clock.instant().minus(PATIENCE));
    }

    /** All that failed is due now, what was refused too. */
    @Transactional
    public void tryAgain() {
        letters.retryFailing(clock.instant());
        letters.retryRefused(clock.instant());
    }

    /** Sends a letter at once; empty when the mail server took it. */
    public Optional<Failure> test(String to) {
        Letter.Content content = Letter.of("test", "test", to, Language.SOURCE)
                .subject("mail.desk.test.subject", Map.of())
                .say("mail.desk.test.words", Map.of())
                .link("mail.desk.test.link", Map.of(), "/equipe/courrier")
                .build()
                .content();
        Optional<Failure> failure = sending.send(
                to,
                Language.SOURCE,
                words.write(content, Language.SOURCE, settings.url().toString(), false),
                delivery.messageId("test/" + HexFormat.of().toHexDigits(clock.millis())));
        if (failure.isEmpty()) {
            letters.wake(clock.instant());
        }
        return failure;
    }
}
