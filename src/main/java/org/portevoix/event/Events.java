package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What other features may know of events: those that everybody may read of, and what was asked of them. */
@Singleton
public class Events {

    private static final Duration ASKS_SHOWN = Duration.ofDays(365);

    private final EventAskRepository asks;
    private final EditionRepository editions;
    private final Editions pages;
    private final Texts texts;
    private final Clock clock;

    Events(EventAskRepository asks, EditionRepository editions, Editions pages, Texts texts, Clock clock) {
        this.asks = asks;
        this.editions = editions;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    /** Titles and addresses of these events, by id; ids may hold nulls; without those that are not public or are sensitive. */
    public Map<Long, Link> links(String lang, Collection<@Nullable Long> ids) {
        Set<Long> wanted = new HashSet<>();
        for (Long id : ids) {
            if (id != null) {
                wanted.add(id);
            }
        }
        return wanted.isEmpty()
                ? Map.of()
                : links(lang, editions.findPublic(wanted)).stream()
                        .collect(Collectors.toMap(Link::id, Function.identity()));
    }

    /** In French, the latest in the contract's order first. */
    public List<Link> latest(long contractId, int count) {
        return links(Language.SOURCE, editions.findLatest(contractId, count));
    }

    /** The id of a public event that is not sensitive, by its slug. */
    public Optional<Long> find(long contractId, String slug) {
        return editions.findPublic(contractId, slug).map(Edition::id);
    }

    /** What was asked at the editions before, and the answer in the programme of the next: for a year after it. */
    public List<Asks> asks(Visit visit) {
        List<EventAsk> found =
                asks.findShown(visit.contractId(), clock.instant().minus(ASKS_SHOWN));
        Map<Long, Link> links =
                links(visit.lang(), found.stream().map(EventAsk::eventId).toList());
        return found.stream()
                .map(EventAsk::eventId)
                .distinct()
                .map(id -> new Asks(
                        Objects.requireNonNull(links.get(id)),
                        pages.asks(
                                visit,
                                id,
                                found.stream()
                                        .filter(one -> one.eventId() == id)
                                        .toList())))
                .toList();
    }

    private List<Link> links(String lang, List<Edition> found) {
        TextsRead read = texts.read(lang, found.stream().map(Edition::titleText));
        return found.stream()
                .map(one -> new Link(one.id(), one.slug(), read.get(one.titleText())))
                .toList();
    }

    /** An event as other pages link to it. */
    public record Link(long id, String slug, Translated title) {}

    /** What was asked of an event. */
    public record Asks(Link event, List<Ask> lines) {}

    /**
     * What residents asked for last time.
     *
     * @param part of the programme that answers it, with its hours in words; null where none does
     * @param reply in words; null where none is written
     */
    public record Ask(
            Translated said,
            @Nullable Translated part,
            @Nullable String hours,
            @Nullable Translated reply) {}
}
