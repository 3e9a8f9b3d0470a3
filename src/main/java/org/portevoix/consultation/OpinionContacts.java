package org.portevoix.consultation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.retention.PersonalData;

/** The addresses left with opinions: as long as their words, from the day on which the consultation closed. */
@Singleton
class OpinionContacts implements PersonalData {

    private final OpinionRepository opinions;
    private final Contacts contacts;

    OpinionContacts(OpinionRepository opinions, Contacts contacts) {
        this.opinions = opinions;
        this.contacts = contacts;
    }

    /** Left with a form that was sent again: the opinion is the same, the address the latest. Not once it is withdrawn. */
    @Transactional
    void keep(byte[] receiptHash, Contact contact) {
        if (opinions.rememberContact(receiptHash) == 1) {
            contacts.keep(receiptHash, contact);
        }
    }

    @Override
    public String kind() {
        return "opinion_contact";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(12);
    }

    @Override
    @Transactional
    public int erase(long contractId, LocalDate before) {
        List<Opinion> found = opinions.findContactsPastTerm(contractId, before);
        for (Opinion opinion : found) {
            contacts.erase(opinion.receiptHash());
            opinions.forgetContact(Objects.requireNonNull(opinion.id()));
        }
        return found.size();
    }
}
