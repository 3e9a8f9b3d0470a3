package org.portevoix.event;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.mail.Contact;
import org.portevoix.mail.Contacts;
import org.portevoix.receipt.Contribution;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.Layout;

/** The receipt of a registration: a place or a turn to wait, the day and the place, how to change it or take it back. */
@Singleton
class RegistrationReceipts implements Contribution {

    private final RegistrationRepository registrations;
    private final WaitingList waitingList;
    private final EventRepository events;
    private final Programme programme;
    private final Contracts contracts;
    private final Contacts contacts;
    private final Agenda agenda;
    private final ReceiptCodes codes;
    private final OpenData openData;
    private final Texts texts;
    private final Messages messages;
    private final Clock clock;

    RegistrationReceipts(
            RegistrationRepository registrations,
            WaitingList waitingList,
            EventRepository events,
            Programme programme,
            Contracts contracts,
            Contacts contacts,
            Agenda agenda,
            ReceiptCodes codes,
            OpenData openData,
            Texts texts,
            Messages messages,
            Clock clock) {
        this.registrations = registrations;
        this.waitingList = waitingList;
        this.events = events;
        this.programme = programme;
        this.contracts = contracts;
        this.contacts = contacts;
        this.agenda = agenda;
        this.codes = codes;
        this.openData = openData;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Receipt> find(String code, Language language) {
        return registration(code).map(found -> receipt(code, language, found));
    }

    @Override
    public boolean withdraw(String code) {
        return registration(code).map(waitingList::leave).orElse(false);
    }

    @Override
    public Map<String, Object> copy(String code) {
        return registration(code).map(this::copy).orElse(Map.of());
    }

    private Optional<Registration> registration(String code) {
        return registrations.findByReceiptHash(codes.hash(code));
    }

    private Map<String, Object> copy(Registration found) {
        EventSession session = events.findSession(found.eventSessionId()).orElseThrow();
        Optional<Contact> contact = contacts.find(Objects.requireNonNull(found.receiptHash()));
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("registration", session.slug() + "/" + session.day());
        copy.put("received_at", found.receivedAt().toString());
        copy.put("state", found.state().name());
        copy.put("number", String.valueOf(found.number()));
        copy.put("people", String.valueOf(found.people()));
        copy.put(
                "parts",
                programme.chosen(Language.SOURCE, session, found).stream()
                        .map(part -> part.title().body())
                        .toList());
        copy.put(
                "parts_awaited",
                programme.awaited(Language.SOURCE, session, found).stream()
                        .map(one -> one.part().title().body())
                        .toList());
        copy.put("first_name", String.valueOf(found.firstName()));
        copy.put("interpreter", String.valueOf(found.interpreter()));
        copy.put("needs_child_care", String.valueOf(found.needsChildCare()));
        copy.put("needs_step_free", String.valueOf(found.needsStepFree()));
        copy.put("contact", contact.map(Contact::address).orElse(""));
        copy.put("channel", found.channel().key());
        copy.put("language", found.language());
        copy.put("home", found.home());
        copy.put("present_people", String.valueOf(found.presentPeople()));
        return copy;
    }

    private Receipt receipt(String code, Language language, Registration found) {
        String lang = language.code();
        Contract contract = contracts.find(found.contractId()).orElseThrow();
        Visit visit = contracts.visit(lang, contract);
        EventSession session = events.findSession(found.eventSessionId()).orElseThrow();
        TextsRead read = texts.read(lang, session.texts());
        var page = new RegistrationReceiptPage(
                code,
                found,
                agenda.cards(visit, List.of(session)).getFirst(),
                session,
                read,
                programme.chosen(lang, session, found),
                programme.awaited(lang, session, found),
                found.isWaiting() ? registrations.placeInOrder(session.sessionId(), found.number()) : 0,
                !session.endsAt().isAfter(clock.instant()),
                shared(visit, session, read));
        return new Receipt(
                "event/receipt",
                new Layout(messages.say(lang, "event.receipt.title"), language, "/suivi/" + code, "", visit.heading()),
                page);
    }

    /** Words that lead others to the public page, as an address holds them; "" where there is nothing to share. */
    private String shared(Visit visit, EventSession session, TextsRead read) {
        String url = openData.url(visit.address(session.path()));
        if (session.isSensitive() || url.startsWith("/")) {
            return "";
        }
        String words = read.get(session.titleText()).body() + " " + url;
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
