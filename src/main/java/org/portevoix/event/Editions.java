package org.portevoix.event;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Homes;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What is told of an event beyond its sessions: its programme, the editions beside it, and what came of it once it is over. */
@Singleton
class Editions {

    private final EventPartRepository parts;
    private final EditionRepository editions;
    private final Homes homes;
    private final Texts texts;
    private final Calendar calendar;
    private final Messages messages;

    Editions(
            EventPartRepository parts,
            EditionRepository editions,
            Homes homes,
            Texts texts,
            Calendar calendar,
            Messages messages) {
        this.parts = parts;
        this.editions = editions;
        this.homes = homes;
        this.texts = texts;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** In the team's own order. */
    List<Part> programme(Visit visit, EventSession session) {
        List<EventPart> found = parts.findByEventIdOrderByPosition(session.id());
        TextsRead read =
                texts.read(visit.lang(), found.stream().flatMap(part -> Stream.of(part.titleText(), part.placeText())));
        return found.stream()
                .map(part -> new Part(
                        part.kind().equals("STAND"),
                        read.get(part.titleText()),
                        hours(visit, part),
                        session.isSensitive() ? null : read.find(part.placeText()),
                        part.places()))
                .toList();
    }

    private @Nullable String hours(Visit visit, EventPart part) {
        String from = part.fromHour();
        String until = part.untilHour();
        if (from == null) {
            return null;
        }
        return until == null
                ? calendar.hour(visit.lang(), from)
                : calendar.hours(visit.lang(), calendar.hour(visit.lang(), from), calendar.hour(visit.lang(), until));
    }

    /** The edition before this one, with what was asked there; null where there is none to read. */
    @Nullable
    Beside previous(Visit visit, EventSession session) {
        Long previous = session.previousEventId();
        return previous == null ? null : beside(visit, editions.findEdition(previous));
    }

    @Nullable
    Beside next(Visit visit, EventSession session) {
        return beside(visit, editions.findNext(session.id()));
    }

    private @Nullable Beside beside(Visit visit, Optional<Edition> found) {
        return found.map(edition -> {
                    TextsRead read = texts.read(visit.lang(), edition.titleText(), edition.reportText());
                    return new Beside(edition.slug(), read.get(edition.titleText()), read.find(edition.reportText()));
                })
                .orElse(null);
    }

    /** How many came, by where they live, in the contract's order; none counted for nobody. */
    List<Heads> heads(Visit visit, EventSession session) {
        Map<String, Integer> people = editions.findHeads(session.id()).stream()
                .collect(Collectors.toMap(HeadCountHome::home, HeadCountHome::people));
        return homes.choices(visit.lang(), visit.contractId(), "").stream()
                .filter(home -> people.containsKey(home.value()))
                .map(home -> new Heads(
                        home.value().equals("inconnu")
                                ? messages.say(visit.lang(), "event.report.unknown")
                                : home.label(),
                        people.getOrDefault(home.value(), 0)))
                .toList();
    }

    /**
     * A part of the programme.
     *
     * @param hours in words; null where it lasts as long as the event
     * @param places null where they are not counted
     */
    record Part(
            boolean isStand,
            Translated title,
            @Nullable String hours,
            @Nullable Translated place,
            @Nullable Integer places) {}

    /** An edition before or after; {@code report} null where nobody has written it. */
    record Beside(String slug, Translated title, @Nullable Translated report) {}

    /** People counted; {@code home} a name or a message. */
    record Heads(Object home, int people) {}
}
