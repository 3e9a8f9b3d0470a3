package org.portevoix.event;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/**
 * What is said to those who registered, in their language and in the transaction of what it tells: by letter to those with
 * an e-mail address; those with a telephone are put on the team's list of calls; the others look at the page.
 */
@Singleton
class RegistrationLetters {

    private static final String KIND = "registration";

    private final Outbox outbox;
    private final Contacts contacts;
    private final RegistrationRepository registrations;
    private final Contracts contracts;
    private final Texts texts;
    private final Calendar calendar;

    RegistrationLetters(
            Outbox outbox,
            Contacts contacts,
            RegistrationRepository registrations,
            Contracts contracts,
            Texts texts,
            Calendar calendar) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.registrations = registrations;
        this.contracts = contracts;
        this.texts = texts;
        this.calendar = calendar;
    }

    /** The receipt: the only letter that holds the code, which is kept nowhere. */
    void received(Registration registration, EventSession session, Contact contact, String code) {
        if (contact.kind() != Contact.Kind.EMAIL) {
            return;
        }
        Map<String, Object> words = words(registration, session);
        String state = registration.state().name().toLowerCase(Locale.ROOT);
        outbox.write(letter("received/", "", registration, contact)
                .subject("event.mail." + state + ".subject", words)
                .say("event.mail." + state + ".text", words)
                .say("event.mail.place", words)
                .code(code)
                .link("event.mail.follow", Map.of(), "/" + registration.language() + "/suivi/" + code)
                .build());
    }

    /** That places got free for them, that their session is changed, or not held. */
    void tell(Registration registration, EventSession session, Call news) {
        Contact contact = contact(registration);
        if (contact == null) {
            return;
        }
        if (contact.kind() == Contact.Kind.TELEPHONE) {
            registrations.call(Objects.requireNonNull(registration.id()), news);
            return;
        }
        Map<String, Object> words = words(registration, session);
        String what = (news == Call.CANCELLED ? session.sessionState() : news.name()).toLowerCase(Locale.ROOT);
        Letter.Builder letter = letter(what + "/", "/" + session.revision(), registration, contact)
                .subject("event.mail." + what + ".subject", words)
                .say("event.mail." + what + ".text", words);
        if (news != Call.CANCELLED) {
            letter.say("event.mail.place", words);
        }
        String reason = reason(session);
        if (!reason.isEmpty()) {
            letter.quote(reason);
        }
        outbox.write(end(letter, registration, session).build());
    }

    /** That it is tomorrow. */
    void remind(Registration registration, EventSession session) {
        Contact contact = contact(registration);
        if (contact == null || contact.kind() != Contact.Kind.EMAIL) {
            return;
        }
        Map<String, Object> words = words(registration, session);
        Letter.Builder letter = letter("reminder/", "/" + session.day(), registration, contact)
                .subject("event.mail.reminder.subject", words)
                .say("event.mail.reminder.text", words)
                .say("event.mail.place", words);
        outbox.write(end(letter, registration, session).build());
    }

    private Letter.Builder end(Letter.Builder letter, Registration registration, EventSession session) {
        String lang = "/" + registration.language();
        return letter.link("event.mail.page", Map.of(), lang + "/" + slug(registration) + session.path())
                .say("event.mail.cannot", Map.of())
                .link("event.mail.receipt", Map.of(), lang + "/suivi");
    }

    private static Letter.Builder letter(String what, String end, Registration registration, Contact contact) {
        byte[] receipt = Objects.requireNonNull(registration.receiptHash());
        String key = what + HexFormat.of().formatHex(receipt) + end;
        return Letter.of(KIND, key, contact.address(), registration.language())
                .contract(registration.contractId())
                .receipt(receipt);
    }

    private @Nullable Contact contact(Registration registration) {
        byte[] receipt = registration.receiptHash();
        return receipt == null || registration.contactKind() == null
                ? null
                : contacts.find(receipt).orElse(null);
    }

    /** The team's words, in French: empty where it gave none. */
    private String reason(EventSession session) {
        var read = texts.read(Language.SOURCE, session.reasonText()).find(session.reasonText());
        return session.isOn() || read == null ? "" : read.body();
    }

    private Map<String, Object> words(Registration registration, EventSession session) {
        String lang = registration.language();
        Contract contract = contracts.find(registration.contractId()).orElseThrow();
        TextsRead read = texts.read(lang, session.texts());
        Map<String, Object> words = new HashMap<>();
        words.put("event", read.get(session.titleText()).body());
        words.put("day", calendar.fullDay(lang, session.day()));
        words.put("hours", calendar.hours(lang, session.startsAt(), session.endsAt(), contract.zoneId()));
        words.put(
                "place",
                read.get(session.placeText()).body() + (session.address() == null ? "" : ", " + session.address()));
        words.put("people", registration.people());
        words.put("telephone", session.telephone() == null ? contract.telephone() : session.telephone());
        return words;
    }

    private String slug(Registration registration) {
        return contracts.find(registration.contractId()).orElseThrow().slug();
    }
}
