package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;

/** Those who gave opinions that count and left an address for the answer: nobody knows them otherwise. */
@Singleton
public class Writers {

    private final OpinionRepository opinions;
    private final Contacts contacts;

    Writers(OpinionRepository opinions, Contacts contacts) {
        this.opinions = opinions;
        this.contacts = contacts;
    }

    /** Of these opinions. */
    public List<Writer> of(Collection<Long> opinionIds) {
        return opinionIds.isEmpty()
                ? List.of()
                : opinions.findReachable(opinionIds).stream()
                        .flatMap(this::writer)
                        .toList();
    }

    /** Of all opinions on a consultation. */
    public List<Writer> ofConsultation(long consultationId) {
        return opinions.findReachableOf(consultationId).stream()
                .flatMap(this::writer)
                .toList();
    }

    private Stream<Writer> writer(Opinion opinion) {
        return contacts
                .find(opinion.receiptHash())
                .filter(contact -> contact.kind() == Contact.Kind.EMAIL)
                .map(contact -> new Writer(opinion.receiptHash(), contact.address(), contact.language()))
                .stream();
    }

    /** Somebody to write to, about the opinion with this receipt. */
    public record Writer(byte[] receiptHash, String email, String language) {

        /** Tells the receipt in the key of a letter; 64 hexadecimal digits. */
        public String key() {
            return HexFormat.of().formatHex(receiptHash);
        }
    }
}
