package org.portevoix.event;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.portevoix.mail.Contact;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/**
 * A party that means to come to a session: an intention, whether it is confirmed or waits, since both mean to come. It keeps
 * its own copy of what its ledger lines say, so that they can be corrected.
 *
 * @param number its turn, given under the session's row
 * @param people of the party, 1 to 10: what its intention counts
 * @param firstName null where none is asked: at a sensitive session, and once it is erased
 * @param interpreter the language for which they need one, in their words
 * @param contactKind that they left a contact, which is kept apart; null where they left none
 * @param toCall what has to be said to them by telephone; null where nothing has
 * @param remindedOn the day of the session of which they were reminded
 * @param receiptHash null once the term is over
 * @param enteredBy the account that typed it for them; null when they did
 * @param month yyyy-mm, all that the ledger knows of when they registered
 * @param presentPeople how many of them the ledger counts as present; null where it counts none
 */
@MappedEntity("registration")
record Registration(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long eventSessionId,
        int number,
        RegistrationState state,
        int people,
        @Nullable String firstName,
        @Nullable String interpreter,
        boolean needsChildCare,
        boolean needsStepFree,
        Contact.@Nullable Kind contactKind,
        @Nullable Call toCall,
        @Nullable LocalDate remindedOn,
        byte @Nullable [] receiptHash,
        byte @Nullable [] submissionHash,
        Instant receivedAt,
        @Nullable Long enteredBy,
        String month,
        Channel channel,
        @Nullable Phase phase,
        @Nullable Long actionSheetId,
        String home,
        @Nullable String place,
        String language,
        boolean isSensitive,
        @Nullable Integer presentPeople,
        @Nullable String presentMonth,
        @Nullable ParticipationLevel presentLevel) {

    boolean isConfirmed() {
        return state == RegistrationState.CONFIRMED;
    }

    boolean isWaiting() {
        return state == RegistrationState.WAITING;
    }

    boolean isWithdrawn() {
        return state == RegistrationState.WITHDRAWN;
    }

    Registration placed(int turn, RegistrationState reached) {
        return new Registration(
                id,
                contractId,
                eventSessionId,
                turn,
                reached,
                people,
                firstName,
                interpreter,
                needsChildCare,
                needsStepFree,
                contactKind,
                toCall,
                remindedOn,
                receiptHash,
                submissionHash,
                receivedAt,
                enteredBy,
                month,
                channel,
                phase,
                actionSheetId,
                home,
                place,
                language,
                isSensitive,
                presentPeople,
                presentMonth,
                presentLevel);
    }

    /** That so many of them mean to come; below zero, that they no longer do. */
    LedgerLine intention(int count) {
        return LedgerLine.intention(contractId, YearMonth.parse(month), Act.REGISTRATION, channel)
                .phase(phase)
                .actionSheet(actionSheetId)
                .eventSession(eventSessionId)
                .home(home)
                .place(place)
                .language(language)
                .sensitive(isSensitive)
                .count(count)
                .build();
    }

    /** That so many of them came, at the level of the event. */
    LedgerLine presence(YearMonth held, ParticipationLevel level, int count) {
        return LedgerLine.participation(contractId, held, Act.PRESENCE, level, Channel.MEETING)
                .phase(phase)
                .actionSheet(actionSheetId)
                .eventSession(eventSessionId)
                .home(home)
                .place(place)
                .language(language)
                .sensitive(isSensitive)
                .count(count)
                .build();
    }
}
