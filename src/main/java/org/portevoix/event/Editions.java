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
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What is told of an event beyond its sessions: the editions beside it, and what came of it once it is over. */
@Singleton
class Editions {

    /** Of no session: what is taken in a part is not asked here. */
    private static final long NO_SESSION = 0;

    private final EditionRepository editions;
    private final EventAskRepository asks;
    private final EventPartRepository parts;
    private final Programme programme;
    private final Homes homes;
    private final Texts texts;
    private final Messages messages;

    Editions(
            EventPartRepository parts,
            EditionRepository editions,
            EventAskRepository asks,
            Homes homes,
            Texts texts,
            Programme programme,
            Messages messages) {
        this.parts = parts;
        this.editions = editions;
        this.asks = asks;
        this.programme = programme;
        this.homes = homes;
        this.texts = texts;
        this.messages = messages;
    }

    /** What was asked at the edition before, with what answers it in this one; in the team's own order. */
    List<Events.Ask> asks(Visit visit, EventSession session) {
        return asks(visit, session.id(), asks.findByEventIdOrderByPosition(session.id()));
    }

    /** The same, of the event's own lines. */
    List<Events.Ask> asks(Visit visit, long eventId, List<EventAsk> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<EventPart> found = parts.findProgramme(eventId, NO_SESSION).stream()
                .filter(part -> !part.isCancelled())
                .toList();
        TextsRead french = texts.read(Language.SOURCE, found.stream().map(EventPart::titleText));
        TextsRead read = texts.read(
                visit.lang(),
                Stream.concat(
                        lines.stream().flatMap(EventAsk::texts), found.stream().map(EventPart::titleText)));
        return lines.stream()
                .map(line -> {
                    Optional<EventPart> part = found.stream()
                            .filter(one -> french.get(one.titleText()).body().equals(line.part()))
                            .findFirst();
                    return new Events.Ask(
                            read.get(line.saidText()),
                            part.map(one -> read.get(one.titleText())).orElse(null),
                            part.map(one -> programme.hours(visit.lang(), one)).orElse(null),
                            read.find(line.replyText()));
                })
                .toList();
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

    /** An edition before or after; {@code report} null where nobody has written it. */
    record Beside(String slug, Translated title, @Nullable Translated report) {}

    /** People counted; {@code home} a name or a message. */
    record Heads(Object home, int people) {}
}
