package org.portevoix.mail;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;

/** Where letters are put, in the transaction of what they tell: neither exists without the other. */
@Singleton
public class Outbox {

    private final LetterRepository letters;
    private final Sealed sealed;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(LetterRepository letters, Sealed sealed, ObjectMapper json, Clock clock) {
        this.letters = letters;
        this.sealed = sealed;
        this.json = json;
        this.clock = clock;
    }

    /** In the caller's transaction; without one, it refuses. The same key once more changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Letter letter) {
        Instant now = clock.instant();
        letters.add(
                letter.contractId(),
                letter.key(),
                letter.kind(),
                letter.language(),
                sealed.seal(letter.to()),
                sealed.seal(written(letter.content())),
                letter.receiptHash(),
                now,
                letter.notBefore() == null ? now : letter.notBefore(),
                letter.isUrgent());
    }

    /** What was given is erased: its letters that have not left never will. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(byte[] receiptHash) {
        letters.drop(receiptHash, clock.instant());
    }

    /** A letter that no longer holds true: it never leaves, unless it already has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(String key) {
        letters.dropByKey(key, clock.instant());
    }

    private String written(Letter.Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
