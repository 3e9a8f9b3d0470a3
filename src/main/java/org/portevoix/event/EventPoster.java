package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.poster.Announced;
import org.portevoix.poster.Announcement;
import org.portevoix.poster.Announcement.Fact;
import org.portevoix.poster.PosterWords;
import org.portevoix.web.NotFound;

/** A session of an event on a poster. Of a sensitive one, neither the place nor, in a file's name, what it is about. */
@Singleton
class EventPoster implements Announced {

    private final EventRepository events;
    private final Agenda agenda;
    private final Texts texts;
    private final Messages messages;
    private final PosterWords words;
    private final Clock clock;

    EventPoster(EventRepository events, Agenda agenda, Texts texts, Messages messages, PosterWords words, Clock clock) {
        this.events = events;
        this.agenda = agenda;
        this.texts = texts;
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "agenda";
    }

    @Override
    public Announcement of(Visit visit, String slug, @Nullable String day) {
        EventSession session = session(visit, slug, day);
        SessionCard card = agenda.cards(visit, List.of(session)).getFirst();
        TextsRead read = texts.read(visit.lang(), session.texts());
        return new Announcement(
                session.isSensitive() ? "" : slug,
                session.path(),
                words.say(visit.lang(), "event.kind." + card.kind()),
                icon(card.kind()),
                card.title(),
                card.summary(),
                Stream.of(
                                session.isOn() ? null : words.say(visit.lang(), "event.state." + card.state()),
                                words.said(visit.lang(), card.date()),
                                words.said(visit.lang(), card.hours()))
                        .filter(line -> line != null)
                        .toList(),
                card.isFree(),
                facts(visit, session, card, read));
    }

    private EventSession session(Visit visit, String slug, @Nullable String day) {
        List<EventSession> sessions = events.findSessions(visit.contractId(), slug);
        if (sessions.isEmpty()) {
            throw new NotFound();
        }
        Instant now = clock.instant();
        return day == null
                ? sessions.stream()
                        .filter(session -> session.isOpenAt(now))
                        .findFirst()
                        .orElse(sessions.getLast())
                : sessions.stream()
                        .filter(session -> session.day().toString().equals(day))
                        .findFirst()
                        .orElseThrow(NotFound::new);
    }

    private List<Fact> facts(Visit visit, EventSession session, SessionCard card, TextsRead read) {
        List<Fact> facts = new ArrayList<>();
        Translated place = card.place();
        if (place == null) {
            facts.add(new Fact("place", words.say(visit.lang(), "event.place_after")));
        } else {
            facts.add(new Fact("place", place));
            String address = session.address();
            if (address != null) {
                facts.add(new Fact("", words.french(address)));
            }
        }
        Translated price = read.find(session.priceText());
        if (!card.isFree() && price != null) {
            facts.add(new Fact("info", price));
        }
        if (!session.languageCodes().isEmpty()) {
            String label =
                    messages.say(visit.lang(), "event.show.languages") + messages.say(visit.lang(), "web.list.colon");
            facts.add(new Fact("talk", words.spoken(visit.lang(), label, session.languageCodes())));
        }
        Stream.of(
                        session.isStepFree() ? "event.show.step_free" : "",
                        session.hasChildCare() ? "event.show.child_care" : "",
                        session.hasSignLanguage() ? "event.show.sign_language" : "")
                .filter(key -> !key.isEmpty())
                .forEach(key -> facts.add(new Fact("done", words.say(visit.lang(), key))));
        return facts;
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "VACCINATION", "SCREENING" -> "heart";
            case "WORKING_GROUP", "COMMITTEE_MEETING", "CONFERENCE" -> "talk";
            case "FORUM" -> "megaphone";
            default -> "hand";
        };
    }
}
