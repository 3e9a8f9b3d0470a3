package org.portevoix.mail;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * How to reach those who left a contact, apart from all else that they gave: by the hash of its receipt, sealed, and erased
 * with it.
 */
@Singleton
public class Contacts {

    private final ContactRepository contacts;
    private final Outbox outbox;
    private final Sealed sealed;
    private final Clock clock;

    Contacts(ContactRepository contacts, Outbox outbox, Sealed sealed, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** In the transaction of the contribution; what was kept for this receipt is replaced. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(byte[] receiptHash, Contact contact) {
        contacts.keep(receiptHash, contact.kind(), sealed.seal(contact.address()), contact.language(), clock.instant());
    }

    public Optional<Contact> find(byte[] receiptHash) {
        return contacts.find(receiptHash)
                .map(row -> new Contact(row.kind(), sealed.open(row.address()), row.language()));
    }

    /** The contact goes, and with it every letter that has not left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(byte[] receiptHash) {
        contacts.erase(receiptHash);
        outbox.drop(receiptHash);
    }
}
