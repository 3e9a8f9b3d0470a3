package org.portevoix.volunteer;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/** Letters to those who offered their help. Who left a telephone is put on the list of those to call instead. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class SignUpLetters {

    private static final LocalTime REMINDED_AT = LocalTime.of(10, 0);

    private final Outbox outbox;
    private final Contacts contacts;
    private final SignUpPlaceRepository places;
    private final MissionRepository missions;
    private final Contracts contracts;
    private final Texts texts;
    private final SlotWords words;
    private final Messages messages;
    private final Clock clock;

    SignUpLetters(
            Outbox outbox,
            Contacts contacts,
            SignUpPlaceRepository places,
            MissionRepository missions,
            Contracts contracts,
            Texts texts,
            SlotWords words,
            Messages messages,
            Clock clock) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.places = places;
        this.missions = missions;
        this.contracts = contracts;
        this.texts = texts;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** The receipt, by e-mail alone: who left a telephone has it on the screen, or is on the line. */
    void received(SignUp signUp, List<MissionSlot> slots, List<SignUpPlace> asked, Contact contact, String code) {
        if (contact.kind() != Contact.Kind.EMAIL) {
            return;
        }
        About about = about(signUp);
        Letter.Builder letter = letter(signUp, contact, "received", "received/" + signUp.id())
                .subject("volunteer.mail.received.subject", about.title())
                .say("volunteer.mail.hello", hello(signUp));
        for (int i = 0; i < slots.size(); i++) {
            letter.say("volunteer.mail.when", about.when(slots.get(i)))
                    .say(
                            asked.get(i).state() == PlaceState.WAITING
                                    ? "volunteer.mail.received.waiting"
                                    : "volunteer.mail.received.asked",
                            Map.of());
        }
        outbox.write(where(letter, about)
                .say("volunteer.mail.received.code", Map.of())
                .code(code)
                .link("volunteer.mail.follow", Map.of(), "/" + signUp.language() + "/suivi/" + code)
                .build());
    }

    /** What became of a place: confirmed, promoted, changed, cancelled. */
    void tell(CallAbout what, SignUp signUp, SignUpPlace place, MissionSlot slot) {
        String name = what.name().toLowerCase(Locale.ROOT);
        String key = name + "/" + place.id() + "/" + slot.revision();
        Contact contact = contact(signUp, place, what);
        if (contact != null) {
            About about = about(signUp);
            outbox.write(where(
                            letter(signUp, contact, name, key)
                                    .subject("volunteer.mail." + name + ".subject", about.title())
                                    .say("volunteer.mail.hello", hello(signUp))
                                    .say("volunteer.mail." + name + ".say", about.title())
                                    .say("volunteer.mail.when", about.when(slot)),
                            about)
                    .link("volunteer.mail.receipt", Map.of(), "/" + signUp.language() + "/suivi")
                    .build());
        }
    }

    void refused(SignUp signUp, SignUpPlace place, MissionSlot slot, RefusalReason reason) {
        Contact contact = contact(signUp, place, CallAbout.REFUSED);
        if (contact != null) {
            About about = about(signUp);
            outbox.write(letter(signUp, contact, "refused", "refused/" + place.id())
                    .subject("volunteer.mail.refused.subject", about.title())
                    .say("volunteer.mail.hello", hello(signUp))
                    .say("volunteer.mail.refused.say", about.title())
                    .say("volunteer.mail.when", about.when(slot))
                    .say(
                            "volunteer.mail.refused.reason",
                            Map.of("reason", messages.say(signUp.language(), "volunteer.reason." + reason.name())))
                    .link(
                            "volunteer.mail.refused.others",
                            Map.of(),
                            "/" + signUp.language() + "/" + about.contract().slug() + "/benevoles")
                    .build());
        }
    }

    /** The day before at ten, where that is still to come. */
    void remind(SignUp signUp, SignUpPlace place, MissionSlot slot) {
        Instant starts = slot.startsAt();
        Contact contact = contacts.find(signUp.receiptHash()).orElse(null);
        if (starts == null || contact == null || contact.kind() != Contact.Kind.EMAIL) {
            return;
        }
        About about = about(signUp);
        ZoneId zone = about.contract().zoneId();
        Instant at = starts.atZone(zone)
                .toLocalDate()
                .minusDays(1)
                .atTime(REMINDED_AT)
                .atZone(zone)
                .toInstant();
        if (at.isAfter(clock.instant())) {
            outbox.write(where(
                            letter(signUp, contact, "reminder", reminder(place, slot))
                                    .notBefore(at)
                                    .subject("volunteer.mail.reminder.subject", about.title())
                                    .say("volunteer.mail.hello", hello(signUp))
                                    .say("volunteer.mail.reminder.say", about.title())
                                    .say("volunteer.mail.when", about.when(slot)),
                            about)
                    .say("volunteer.mail.reminder.call", Map.of("telephone", about.telephone()))
                    .build());
        }
    }

    void takeBackReminder(SignUpPlace place, MissionSlot slot) {
        outbox.takeBack(key(reminder(place, slot)));
    }

    void thank(SignUp signUp, SignUpPlace place) {
        Contact contact = contacts.find(signUp.receiptHash()).orElse(null);
        if (contact != null && contact.kind() == Contact.Kind.EMAIL) {
            About about = about(signUp);
            outbox.write(letter(signUp, contact, "thanks", thanks(place))
                    .subject("volunteer.mail.thanks.subject", about.title())
                    .say("volunteer.mail.hello", hello(signUp))
                    .say("volunteer.mail.thanks.say", about.title())
                    .link(
                            "volunteer.mail.refused.others",
                            Map.of(),
                            "/" + signUp.language() + "/" + about.contract().slug() + "/benevoles")
                    .build());
        }
    }

    void takeBackThanks(SignUpPlace place) {
        outbox.takeBack(key(thanks(place)));
    }

    /** Null when they are to be called instead, or have left nothing. */
    private @Nullable Contact contact(SignUp signUp, SignUpPlace place, CallAbout what) {
        Contact contact = contacts.find(signUp.receiptHash()).orElse(null);
        if (contact != null && contact.kind() == Contact.Kind.TELEPHONE) {
            places.callAbout(Objects.requireNonNull(place.id()), what);
            return null;
        }
        return contact;
    }

    private static Letter.Builder letter(SignUp signUp, Contact contact, String kind, String name) {
        return Letter.of("sign-up-" + kind, key(name), contact.address(), signUp.language())
                .contract(signUp.contractId())
                .receipt(signUp.receiptHash());
    }

    private static Letter.Builder where(Letter.Builder letter, About about) {
        return about.place().isEmpty() ? letter : letter.say("volunteer.mail.where", Map.of("place", about.place()));
    }

    private static Map<String, Object> hello(SignUp signUp) {
        return Map.of("name", Objects.requireNonNullElse(signUp.firstName(), ""));
    }

    private static String key(String name) {
        return "sign-up/" + name;
    }

    private static String reminder(SignUpPlace place, MissionSlot slot) {
        return "reminder/" + place.id() + "/" + slot.revision();
    }

    private static String thanks(SignUpPlace place) {
        return "thanks/" + place.id();
    }

    private About about(SignUp signUp) {
        Mission mission = missions.findById(signUp.missionId()).orElseThrow();
        TextsRead read = texts.read(signUp.language(), mission.titleText(), mission.placeText());
        Translated place = read.find(mission.placeText());
        return new About(
                contracts.find(signUp.contractId()).orElseThrow(),
                signUp.language(),
                read.get(mission.titleText()).body(),
                place == null ? "" : place.body(),
                mission.telephone(),
                words);
    }

    /** The mission, in the words of the person. */
    private record About(
            Contract contract,
            String language,
            String mission,
            String place,
            @Nullable String ownTelephone,
            SlotWords words) {

        Map<String, Object> title() {
            return Map.of("mission", mission);
        }

        Map<String, Object> when(MissionSlot slot) {
            return Map.of("when", words.when(language, slot, contract.zoneId()));
        }

        String telephone() {
            return ownTelephone == null ? contract.telephone() : ownTelephone;
        }
    }
}
