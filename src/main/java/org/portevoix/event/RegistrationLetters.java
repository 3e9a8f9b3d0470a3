package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Programme programme;
    private final Texts texts;
    private final Calendar calendar;
    private final Clock clock;

    RegistrationLetters(
            Outbox outbox,
            Contacts contacts,
            RegistrationRepository registrations,
            Contracts contracts,
            Programme programme,
            Texts texts,
            Calendar calendar,
            Clock clock) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.registrations = registrations;
        this.contracts = contracts;
        this.programme = programme;
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The receipt: the only letter that holds the code, which is kept nowhere. */
    void received(Registration registration, EventSession session, Contact contact, String code) {
        if (contact.kind() != Contact.Kind.EMAIL) {
            return;
        }
        Map<String, Object> words = words(registration, session);
        String state = registration.state().name().toLowerCase(Locale.ROOT);
        Letter.Builder letter = letter("received/", "", registration, contact)
                .subject("event.mail." + state + ".subject", words)
                .say("event.mail." + state + ".text", words)
                .say("event.mail.place", words);
        sayParts(letter, registration, session);
        outbox.write(letter.code(code)
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

    /** That places got free for them in a part of the programme. */
    void tellPlace(Registration registration, EventSession session, EventPart part) {
        Contact contact = contact(registration);
        if (contact == null) {
            return;
        }
        if (contact.kind() == Contact.Kind.TELEPHONE) {
            registrations.call(Objects.requireNonNull(registration.id()), Call.PROMOTED);
            return;
        }
        String title = programme.title(registration.language(), part);
        Map<String, Object> words = ofPart(words(registration, session), registration, part, title);
        String end = "/" + part.id() + "/" + clock.instant().toEpochMilli();
        Letter.Builder letter = letter("part_promoted/", end, registration, contact)
                .subject("event.mail.promoted.subject", words)
                .say("event.mail.promoted.text", words);
        outbox.write(end(letter, registration, session).build());
    }

    /** The same as below, of a part that is in the programme. */
    void tell(Registration registration, EventSession session, EventPart part, boolean isWaiting) {
        tell(registration, session, part, programme.title(registration.language(), part), isWaiting);
    }

    /**
     * That a part of the programme in which they have a place is at another hour, or is not held.
     *
     * @param isWaiting they have a turn to wait there, and no place
     */
    void tell(Registration registration, EventSession session, EventPart part, String title, boolean isWaiting) {
        Contact contact = contact(registration);
        if (contact == null) {
            return;
        }
        if (contact.kind() == Contact.Kind.TELEPHONE) {
            registrations.call(Objects.requireNonNull(registration.id()), Call.CHANGED);
            return;
        }
        Map<String, Object> words = words(registration, session);
        words.put("part", title);
        words.put("part_hours", hours(registration, part, words));
        String what = part.isCancelled() ? "part_cancelled" : "part_changed";
        Letter.Builder letter = letter(what + "/", "/" + part.id() + "/" + part.revision(), registration, contact)
                .subject("event.mail.part.subject", words);
        if (isWaiting && !part.isCancelled()) {
            letter.say("event.mail.changed.text", ofPart(words, registration, part, title));
        } else {
            letter.say("event.mail." + what + ".text", words);
        }
        outbox.write(end(letter, registration, session).build());
    }

    /** What is said of a session, said of a part of it. */
    private Map<String, Object> ofPart(
            Map<String, Object> words, Registration registration, EventPart part, String title) {
        Map<String, Object> said = new HashMap<>(words);
        said.put("event", title + " · " + words.get("event"));
        said.put("hours", hours(registration, part, words));
        return said;
    }

    private Object hours(Registration registration, EventPart part, Map<String, Object> words) {
        return Objects.requireNonNullElse(programme.hours(registration.language(), part), words.get("hours"));
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
        sayParts(letter, registration, session);
        outbox.write(end(letter, registration, session).build());
    }

    private Letter.Builder end(Letter.Builder letter, Registration registration, EventSession session) {
        String lang = "/" + registration.language();
        return letter.link("event.mail.page", Map.of(), lang + "/" + slug(registration) + session.path())
                .say("event.mail.cannot", Map.of())
                .link("event.mail.receipt", Map.of(), lang + "/suivi");
    }

    /** What they have a place in, and what they wait for, of those that are held. */
    private void sayParts(Letter.Builder letter, Registration registration, EventSession session) {
        String told = programme.chosen(registration.language(), session, registration).stream()
                .filter(part -> !part.isCancelled())
                .map(part -> Stream.of(part.title().body(), part.hours())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("\n"));
        if (!told.isEmpty()) {
            letter.say("event.mail.parts", Map.of("parts", told));
        }
        programme.awaited(registration.language(), session, registration).stream()
                .filter(one -> !one.part().isCancelled())
                .forEach(one -> letter.say(
                        "event.mail.waiting.subject",
                        Map.of("event", one.part().title().body())));
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
