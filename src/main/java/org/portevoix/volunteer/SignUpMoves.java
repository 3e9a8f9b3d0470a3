package org.portevoix.volunteer;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.mail.Contacts;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.ParticipationLevel;

/**
 * What becomes of places that people asked for. Each move holds the slot's row, changes the place by a conditional update,
 * and writes its ledger line and its letter in the same transaction.
 */
@Singleton
class SignUpMoves {

    private static final Set<PlaceState> UNDONE = EnumSet.of(PlaceState.ASKED, PlaceState.CONFIRMED, PlaceState.ABSENT);

    private final SignUpRepository signUps;
    private final SignUpPlaceRepository places;
    private final SlotPlaces slots;
    private final MissionRepository missions;
    private final SignUpLetters letters;
    private final Contacts contacts;
    private final Ledger ledger;
    private final Clock clock;

    SignUpMoves(
            SignUpRepository signUps,
            SignUpPlaceRepository places,
            SlotPlaces slots,
            MissionRepository missions,
            SignUpLetters letters,
            Contacts contacts,
            Ledger ledger,
            Clock clock) {
        this.signUps = signUps;
        this.places = places;
        this.slots = slots;
        this.missions = missions;
        this.letters = letters;
        this.contacts = contacts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** False when it no longer waits for an answer. */
    @Transactional
    boolean confirm(long placeId) {
        Held held = lock(placeId);
        if (held.place().state() != PlaceState.ASKED || !move(held, PlaceState.CONFIRMED, null)) {
            return false;
        }
        letters.tell(CallAbout.CONFIRMED, held.signUp(), held.place(), held.slot());
        letters.remind(held.signUp(), held.place(), held.slot());
        return true;
    }

    /** The place goes to the next; the intention no longer counts. False when there is nothing to refuse. */
    @Transactional
    boolean refuse(long placeId, RefusalReason reason) {
        Held held = lock(placeId);
        if (!held.place().state().isToCome() || !move(held, PlaceState.REFUSED, reason)) {
            return false;
        }
        stopCounting(held.signUp(), held.place());
        letters.refused(held.signUp(), held.place(), held.slot(), reason);
        slots.free(held.place(), held.slot());
        return true;
    }

    /** Only now is it a participation, at the mission's level. False before its day, and when it was marked before. */
    @Transactional
    boolean done(Contract contract, long placeId, @Nullable BigDecimal hours) {
        Held held = lock(placeId);
        Instant now = clock.instant();
        if (!UNDONE.contains(held.place().state()) || held.isBeforeItsDay(now)) {
            return false;
        }
        Instant when = Optional.ofNullable(held.slot().startsAt()).orElse(now);
        YearMonth month = YearMonth.from(when.atZone(contract.zoneId()));
        ParticipationLevel level = ParticipationLevel.valueOf(
                missions.findById(held.signUp().missionId()).orElseThrow().level());
        if (places.done(placeId, held.place().state(), hours, month.toString(), level, now) == 0) {
            return false;
        }
        ledger.record(held.signUp().participation(month, level, SignUpPlace.minutes(hours)));
        letters.thank(held.signUp(), held.place());
        return true;
    }

    /** They did not come. */
    @Transactional
    boolean absent(long placeId) {
        Held held = lock(placeId);
        return Set.of(PlaceState.ASKED, PlaceState.CONFIRMED)
                        .contains(held.place().state())
                && !held.isBeforeItsDay(clock.instant())
                && move(held, PlaceState.ABSENT, null);
    }

    /** Marked by mistake: confirmed again, and its participation is taken back once. */
    @Transactional
    boolean undo(long placeId) {
        Held held = lock(placeId);
        PlaceState state = held.place().state();
        if (state != PlaceState.DONE && state != PlaceState.ABSENT) {
            return false;
        }
        if (!move(held, PlaceState.CONFIRMED, null)) {
            return false;
        }
        if (state == PlaceState.DONE) {
            ledger.correction(held.place().participation(held.signUp()));
            letters.takeBackThanks(held.place());
        }
        return true;
    }

    /** The telephone call was made. */
    @Transactional
    void called(long placeId) {
        places.callAbout(placeId, null);
    }

    /** Takes back all the places of a receipt: name and contact go, each line is corrected once. */
    @Transactional
    boolean withdraw(byte[] receiptHash) {
        SignUp signUp = signUps.findByReceiptHash(receiptHash).orElse(null);
        if (signUp == null) {
            return false;
        }
        boolean isAny = false;
        for (SignUpPlace one : inSlotOrder(signUp)) {
            isAny |= withdraw(signUp, Objects.requireNonNull(one.id()));
        }
        signUps.forget(Objects.requireNonNull(signUp.id()));
        contacts.erase(receiptHash);
        return isAny;
    }

    /** One place of several; the contact stays while another is to come. */
    @Transactional
    boolean withdrawPlace(SignUp signUp, long placeId) {
        if (!withdraw(signUp, placeId)) {
            return false;
        }
        boolean isLast = places.findBySignUp(Objects.requireNonNull(signUp.id())).stream()
                .allMatch(place -> place.state() == PlaceState.WITHDRAWN);
        if (isLast) {
            signUps.forget(signUp.id());
            contacts.erase(signUp.receiptHash());
        }
        return true;
    }

    /** What is past its term: nobody's name is left, and the ledger stays as it is. */
    @Transactional
    void erase(SignUp signUp) {
        for (SignUpPlace one : inSlotOrder(signUp)) {
            Held held = lock(Objects.requireNonNull(one.id()));
            if (held.place().state().isHolding() || held.place().state() == PlaceState.WAITING) {
                move(held, PlaceState.WITHDRAWN, null);
                slots.free(held.place(), held.slot());
            }
        }
        contacts.erase(signUp.receiptHash());
        signUps.delete(Objects.requireNonNull(signUp.id()));
    }

    private boolean withdraw(SignUp signUp, long placeId) {
        Held held = lock(placeId);
        PlaceState state = held.place().state();
        if (state == PlaceState.WITHDRAWN || held.place().signUpId() != Objects.requireNonNull(signUp.id())) {
            return false;
        }
        if (!move(held, PlaceState.WITHDRAWN, null)) {
            return false;
        }
        stopCounting(signUp, held.place());
        if (state == PlaceState.DONE) {
            ledger.correction(held.place().participation(signUp));
        }
        slots.free(held.place(), held.slot());
        return true;
    }

    private boolean move(Held held, PlaceState to, @Nullable RefusalReason reason) {
        long id = Objects.requireNonNull(held.place().id());
        boolean isMoved = places.move(id, held.place().state(), to, reason, clock.instant()) == 1;
        if (isMoved && held.place().state() == PlaceState.CONFIRMED) {
            letters.takeBackReminder(held.place(), held.slot());
        }
        return isMoved;
    }

    private void stopCounting(SignUp signUp, SignUpPlace place) {
        if (places.stopCounting(Objects.requireNonNull(place.id())) == 1) {
            ledger.correction(signUp.intention());
        }
    }

    private List<SignUpPlace> inSlotOrder(SignUp signUp) {
        return places.findBySignUp(Objects.requireNonNull(signUp.id())).stream()
                .sorted(Comparator.comparing(SignUpPlace::slotId))
                .toList();
    }

    /** The slot first, and then the place: in the order in which a sign-up takes them. */
    private Held lock(long placeId) {
        SignUpPlace seen = places.findById(placeId).orElseThrow();
        MissionSlot slot = slots.lock(seen.slotId());
        SignUpPlace place = places.lock(placeId).orElseThrow();
        return new Held(signUps.findById(place.signUpId()).orElseThrow(), place, slot);
    }

    private record Held(SignUp signUp, SignUpPlace place, MissionSlot slot) {

        boolean isBeforeItsDay(Instant now) {
            return slot.startsAt() != null && !slot.hasStarted(now);
        }
    }
}
