package org.portevoix.event;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Calendar;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** The programme of a forum in words: its stands, and what is held at its own hour. */
@Singleton
class Programme {

    private final EventPartRepository parts;
    private final Texts texts;
    private final Calendar calendar;

    Programme(EventPartRepository parts, Texts texts, Calendar calendar) {
        this.parts = parts;
        this.texts = texts;
        this.calendar = calendar;
    }

    /** In the team's own order; where each part of a sensitive event is, those alone learn who registered. */
    List<Part> of(String language, EventSession session) {
        return parts(language, session, session.isSensitive());
    }

    /** The parts in which this party has its places. */
    List<Part> chosen(String language, EventSession session, Registration party) {
        List<Long> held = parts.findHeld(Objects.requireNonNull(party.id()));
        return held.isEmpty()
                ? List.of()
                : parts(language, session, false).stream()
                        .filter(part -> held.contains(part.id()))
                        .toList();
    }

    /** The parts for whose places this party waits. */
    List<Awaited> awaited(String language, EventSession session, Registration party) {
        long id = Objects.requireNonNull(party.id());
        List<Long> awaited = parts.findAwaited(id);
        return awaited.isEmpty()
                ? List.of()
                : parts(language, session, false).stream()
                        .filter(part -> awaited.contains(part.id()))
                        .map(part -> new Awaited(part, parts.placeInOrder(id, part.id())))
                        .toList();
    }

    String title(String language, EventPart part) {
        return texts.read(language, part.titleText()).get(part.titleText()).body();
    }

    private List<Part> parts(String language, EventSession session, boolean isPlaceHidden) {
        List<EventPart> found = parts.findProgramme(session.id(), session.sessionId());
        TextsRead read =
                texts.read(language, found.stream().flatMap(part -> Stream.of(part.titleText(), part.placeText())));
        return found.stream()
                .map(part -> new Part(
                        part.id(),
                        part.kind().equals("STAND"),
                        read.get(part.titleText()),
                        hours(language, part),
                        isPlaceHidden ? null : read.find(part.placeText()),
                        part.places(),
                        part.takenPlaces(),
                        part.isFull(),
                        part.isCancelled(),
                        part.isCancelledThatDay()))
                .toList();
    }

    /** In words; null where it lasts as long as the event. */
    @Nullable
    String hours(String language, EventPart part) {
        String from = part.fromHour();
        String until = part.untilHour();
        if (from == null) {
            return null;
        }
        return until == null
                ? calendar.hour(language, from)
                : calendar.hours(language, calendar.hour(language, from), calendar.hour(language, until));
    }

    /** @param turn in the waiting order of that part, from 1 */
    record Awaited(Part part, int turn) {}

    /**
     * A part of the programme.
     *
     * @param hours in words; null where it lasts as long as the event
     * @param places null where they are not counted
     * @param taken at the session that is shown
     */
    record Part(
            long id,
            boolean isStand,
            Translated title,
            @Nullable String hours,
            @Nullable Translated place,
            @Nullable Integer places,
            int taken,
            boolean isFull,
            boolean isCancelled,
            boolean isCancelledThatDay) {

        /** One registers for it. */
        boolean isOpen() {
            return places != null && !isCancelled;
        }
    }
}
