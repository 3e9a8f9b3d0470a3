package org.portevoix.event;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Homes;
import org.portevoix.mail.Contact;
import org.portevoix.participation.Channel;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.SiteSecret;

/** Receives registrations, and gives each its receipt. */
@Singleton
class Registrations {

    private static final int MOST_TURNS = 50;

    private final RegistrationRepository registrations;
    private final WaitingList waitingList;
    private final Homes homes;
    private final ReceiptCodes codes;
    private final SiteSecret secret;
    private final Clock clock;

    Registrations(
            RegistrationRepository registrations,
            WaitingList waitingList,
            Homes homes,
            ReceiptCodes codes,
            SiteSecret secret,
            Clock clock) {
        this.registrations = registrations;
        this.waitingList = waitingList;
        this.homes = homes;
        this.codes = codes;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Receives a registration, in a transaction of its own. The same key with the same answers is the same registration,
     * and gives the same code; the same key with other answers (Back button, shared tablet) is another one. NotGiven, and
     * nothing received, where a part of the programme is full or two are at the same hour.
     *
     * @return the code of its receipt
     */
    String receive(Occasion occasion, RegistrationForm form, Sent sent) {
        byte[] submission = submission(occasion, form, sent);
        Contact contact = form.contact(sent.language());
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            String code = codes.code("registration/" + sent.formKey(), turn);
            byte[] receipt = codes.hash(code);
            try {
                waitingList.enter(
                        registration(occasion, form, sent, contact, receipt, submission), form.parts(), contact, code);
                return code;
            } catch (DataAccessException e) {
                Optional<Registration> other = registrations.findByReceiptHash(receipt);
                if (other.isPresent() && Arrays.equals(other.get().submissionHash(), submission)) {
                    return code;
                }
                if (other.isEmpty()) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("No free receipt code for this form");
    }

    private Registration registration(
            Occasion occasion,
            RegistrationForm form,
            Sent sent,
            @Nullable Contact contact,
            byte[] receipt,
            byte[] submission) {
        Instant now = clock.instant();
        return new Registration(
                null,
                occasion.contract().id(),
                occasion.sessionId(),
                0,
                RegistrationState.WAITING,
                form.people(),
                orNull(form.firstName()),
                orNull(form.interpreter()),
                form.needsChildCare(),
                form.needsStepFree(),
                contact == null ? null : contact.kind(),
                null,
                null,
                receipt,
                submission,
                now,
                sent.enteredBy(),
                YearMonth.from(now.atZone(occasion.contract().zoneId())).toString(),
                sent.channel(),
                occasion.phase(),
                occasion.session().actionSheetId(),
                homes.of(occasion.contract().id(), form.home()),
                occasion.place(),
                sent.language(),
                occasion.isSensitive(),
                null,
                null,
                null);
    }

    private byte[] submission(Occasion occasion, RegistrationForm form, Sent sent) {
        return secret.hmac(
                "registration",
                String.join("\n", sent.formKey(), String.valueOf(occasion.sessionId()), form.answers()));
    }

    private static @Nullable String orNull(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    /**
     * How a registration came.
     *
     * @param language in which the form was read, and in which they are written to
     * @param enteredBy the account that typed it for somebody, or null
     */
    record Sent(
            String formKey,
            String language,
            Channel channel,
            @Nullable Long enteredBy) {}
}
