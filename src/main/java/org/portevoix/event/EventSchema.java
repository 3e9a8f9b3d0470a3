package org.portevoix.event;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.language.TextsRead;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A session as search engines and other agendas read it in its page: an Event of schema.org, as JSON-LD. */
@Singleton
class EventSchema {

    private static final String VOCABULARY = "https://schema.org/";

    private final OpenData openData;

    EventSchema(OpenData openData) {
        this.openData = openData;
    }

    /** Null of a sensitive event: nothing of it is told beyond its page. */
    @Nullable
    ObjectNode of(Visit visit, EventSession session, TextsRead read) {
        if (session.isSensitive()) {
            return null;
        }
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("@context", "https://schema.org")
                .put("@type", "Event")
                .put("name", read.get(session.titleText()).body())
                .put("description", read.get(session.summaryText()).body())
                .put("startDate", iso(visit, session.startsAt()))
                .put("endDate", iso(visit, session.endsAt()))
                .put("eventStatus", VOCABULARY + status(session))
                .put("eventAttendanceMode", VOCABULARY + "OfflineEventAttendanceMode")
                .put("isAccessibleForFree", session.isFree());
        ObjectNode place = event.putObject("location")
                .put("@type", "Place")
                .put("name", read.get(session.placeText()).body());
        place.put("address", session.address() == null ? visit.contract().territoryName() : session.address());
        List<String> languages = Stream.concat(session.languageCodes().stream(), session.interpreterCodes().stream())
                .distinct()
                .toList();
        if (!languages.isEmpty()) {
            ArrayNode codes = event.putArray("inLanguage");
            languages.forEach(codes::add);
        }
        event.putObject("organizer")
                .put("@type", "Organization")
                .put("name", visit.contract().territoryName());
        String url = openData.url(visit.address(session.path()));
        if (!url.startsWith("/")) {
            event.put("url", url);
        }
        return event;
    }

    private static String status(EventSession session) {
        return switch (session.sessionState()) {
            case "CANCELLED" -> "EventCancelled";
            case "POSTPONED" -> "EventPostponed";
            default -> "EventScheduled";
        };
    }

    private static String iso(Visit visit, java.time.Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(visit.zone()));
    }
}
