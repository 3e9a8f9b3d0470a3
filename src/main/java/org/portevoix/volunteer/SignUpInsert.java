package org.portevoix.volunteer;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;
import org.portevoix.web.Conflict;

/** Adds a sign-up with its places, its ledger lines, its contact and its first letter: all or nothing. */
@Singleton
class SignUpInsert {

    private final SignUpRepository signUps;
    private final SlotPlaces places;
    private final Contacts contacts;
    private final SignUpLetters letters;
    private final Ledger ledger;

    SignUpInsert(SignUpRepository signUps, SlotPlaces places, Contacts contacts, SignUpLetters letters, Ledger ledger) {
        this.signUps = signUps;
        this.places = places;
        this.contacts = contacts;
        this.letters = letters;
        this.ledger = ledger;
    }

    /** {@code slotIds} in their order; Conflict when one of them is no longer offered. */
    @Transactional
    void save(SignUp offered, List<Long> slotIds, Contact contact, String code) {
        List<MissionSlot> locked = new ArrayList<>();
        for (long slotId : slotIds) {
            locked.add(places.lockOpen(slotId).orElseThrow(Conflict::new));
        }
        SignUp signUp = signUps.save(offered);
        List<SignUpPlace> asked = new ArrayList<>();
        List<LedgerLine> lines = new ArrayList<>();
        for (MissionSlot slot : locked) {
            asked.add(places.ask(Objects.requireNonNull(signUp.id()), slot));
            lines.add(signUp.intention());
        }
        ledger.record(lines);
        contacts.keep(signUp.receiptHash(), contact);
        letters.received(signUp, locked, asked, contact, code);
    }
}
