package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Visit;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** Decides what the open data tells of events: nothing of sensitive ones. */
@Singleton
class EventEntries {

    private final EventRepository events;
    private final Territory territory;
    private final ActionSheets actionSheets;
    private final Texts texts;
    private final OpenData openData;
    private final Clock clock;

    EventEntries(
            EventRepository events,
            Territory territory,
            ActionSheets actionSheets,
            Texts texts,
            OpenData openData,
            Clock clock) {
        this.events = events;
        this.territory = territory;
        this.actionSheets = actionSheets;
        this.texts = texts;
        this.openData = openData;
        this.clock = clock;
    }

    /** Soonest next session first; then those with none to come, in the contract's own order. */
    List<EventEntry> of(Visit visit) {
        List<EventSession> found = events.findOpen(visit.contractId());
        TextsRead read = texts.read(visit.lang(), found.stream().flatMap(EventSession::texts));
        var slugs = new Slugs(
                actionSheets.published(visit.contractId()),
                territory.neighbourhoods(visit.contractId(), visit.lang()).stream()
                        .collect(Collectors.toMap(one -> one.row().id(), Territory.Named::slug)));
        return byEvent(found).stream()
                .map(sessions -> new Held(sessions, next(sessions)))
                .sorted(Comparator.comparing(Held::nextStart, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(held -> entry(visit, held, read, slugs))
                .toList();
    }

    private static Collection<List<EventSession>> byEvent(List<EventSession> sessions) {
        return sessions.stream()
                .collect(Collectors.groupingBy(EventSession::id, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private @Nullable EventSession next(List<EventSession> sessions) {
        return sessions.stream()
                .filter(session -> session.isOn() && session.endsAt().isAfter(clock.instant()))
                .findFirst()
                .orElse(null);
    }

    private EventEntry entry(Visit visit, Held held, TextsRead read, Slugs slugs) {
        EventSession event = held.sessions().getFirst();
        EventSession next = held.next();
        var words = new Wording(read, event.titleText());
        String path = visit.address("/agenda/" + event.slug());
        return new EventEntry(
                event.slug(),
                words.title(),
                words.language(),
                words.say("summary", event.summaryText()),
                event.kind().toLowerCase(Locale.ROOT),
                event.level().toLowerCase(Locale.ROOT),
                event.actionSheetId() == null ? null : slugs.actions().get(event.actionSheetId()),
                next == null ? null : iso(visit, next.startsAt()),
                next == null ? null : iso(visit, next.endsAt()),
                next == null ? null : next.places(),
                words.say("place", event.placeText()),
                event.address(),
                words.find("access", event.accessText()),
                words.find("transport", event.transportText()),
                event.neighbourhoodId() == null ? null : slugs.neighbourhoods().get(event.neighbourhoodId()),
                event.isFree(),
                words.find("price", event.priceText()),
                event.languageCodes(),
                event.interpreterCodes(),
                event.isStepFree(),
                event.hasQuietRoom(),
                event.hasChildCare(),
                event.hasSignLanguage(),
                event.telephone(),
                words.find("bring", event.bringText()),
                held.sessions().stream()
                        .map(session -> session(visit, session, words, path))
                        .toList(),
                openData.url(path),
                words.otherLanguages(),
                words.isStale());
    }

    private EventEntry.Session session(Visit visit, EventSession session, Wording words, String path) {
        return new EventEntry.Session(
                session.day(),
                iso(visit, session.startsAt()),
                iso(visit, session.endsAt()),
                session.places(),
                session.sessionState().toLowerCase(Locale.ROOT),
                words.find("sessions.reason", session.reasonText()),
                openData.url(path + "/" + session.day()));
    }

    private static String iso(Visit visit, Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(visit.zone()));
    }

    /** An event's sessions, soonest first, and the next of those that are on; null where none is to come. */
    private record Held(
            List<EventSession> sessions, @Nullable EventSession next) {

        @Nullable
        Instant nextStart() {
            return next == null ? null : next.startsAt();
        }
    }

    /** By id. */
    private record Slugs(Map<Long, String> actions, Map<Long, String> neighbourhoods) {}
}
