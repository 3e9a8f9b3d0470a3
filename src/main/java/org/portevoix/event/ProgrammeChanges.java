package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;

/**
 * What changes in a programme while people have places in its parts: in the transaction of the change, wherever it is made. Those
 * who have a place, or wait for one, are told when the part is at another hour, called off or taken out, or held again; they keep
 * their places, even where it is given fewer. What it is given more goes to those who wait ({@link PartPromotions}).
 */
@Singleton
class ProgrammeChanges {

    private final EventPartRepository parts;
    private final EventRepository events;
    private final RegistrationRepository registrations;
    private final RegistrationLetters letters;
    private final Texts texts;
    private final Clock clock;

    ProgrammeChanges(
            EventPartRepository parts,
            EventRepository events,
            RegistrationRepository registrations,
            RegistrationLetters letters,
            Texts texts,
            Clock clock) {
        this.parts = parts;
        this.events = events;
        this.registrations = registrations;
        this.letters = letters;
        this.texts = texts;
        this.clock = clock;
    }

    /** How the programme is now, and who has a place in it. */
    Before before(long eventId) {
        List<HeldPart> held = parts.findHeldInEvent(eventId, clock.instant());
        if (held.isEmpty()) {
            return new Before(held, Map.of(), Map.of());
        }
        Map<Long, EventPart> programme = programme(eventId);
        Map<String, TextsRead> words = held.stream()
                .map(HeldPart::language)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), language -> words(language, programme)));
        return new Before(held, programme, words);
    }

    /** @param before of this event, before it was written anew */
    void tell(long eventId, Before before) {
        parts.limit(eventId);
        Map<Long, EventPart> now = before.held().isEmpty() ? Map.of() : programme(eventId);
        now.values().stream().filter(before::isChanged).forEach(part -> parts.revise(part.id(), part.revision() + 1));
        for (HeldPart one : before.held()) {
            EventPart was = before.programme().get(one.partId());
            EventPart is = now.get(one.partId());
            if (was != null && is == null) {
                tell(one, was.cancelled(), before.words());
            } else if (is != null && before.isChanged(is)) {
                tell(one, is, Map.of(one.language(), words(one.language(), now)));
            }
        }
    }

    private void tell(HeldPart held, EventPart part, Map<String, TextsRead> words) {
        Registration party = registrations.findById(held.registrationId()).orElseThrow();
        EventSession session = events.findSession(party.eventSessionId()).orElseThrow();
        String title = Objects.requireNonNull(words.get(held.language()))
                .get(part.titleText())
                .body();
        letters.tell(party, session, part, title, held.isWaiting());
    }

    private TextsRead words(String language, Map<Long, EventPart> programme) {
        return texts.read(language, programme.values().stream().map(EventPart::titleText));
    }

    private Map<Long, EventPart> programme(long eventId) {
        return parts.findProgramme(eventId, 0).stream().collect(Collectors.toMap(EventPart::id, Function.identity()));
    }

    /**
     * A programme before it is written anew.
     *
     * @param words the titles, by language of those who have a place
     */
    record Before(List<HeldPart> held, Map<Long, EventPart> programme, Map<String, TextsRead> words) {

        boolean isChanged(EventPart now) {
            EventPart was = programme.get(now.id());
            return was != null && now.isOtherwiseThan(was);
        }
    }
}
