package org.portevoix.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events from a JSON export of OpenAgenda, as developers.openagenda.com describes an event (30-lecture, structure): of
 * each its uid, title, description, conditions, timings (begin, end), location (name, address, postalCode, city), status,
 * state, accessibility (mi) and registration (a phone). Texts are by language, or plain where one was asked for.
 */
final class OpenAgendaReader {

    private static final int DEEPEST = 40;
    private static final int CANCELLED = 6;
    private static final int PUBLISHED = 2;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(30)
                            .build())
                    .build())
            .build();

    private final ZoneId zone;
    private final LocalDate today;

    OpenAgendaReader(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.today = today;
    }

    List<FoundEvent> read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new UnreadableFile(
                    "calendar.desk.error.line",
                    Map.of(
                            "line",
                            e.getLocation() == null
                                    ? 1
                                    : Math.max(1, e.getLocation().getLineNr())));
        }
        JsonNode events = root.isArray() ? root : root.path("events");
        if (!events.isArray()) {
            throw new UnreadableFile("calendar.desk.error.format");
        }
        if (events.size() > CalendarFile.MOST_EVENTS) {
            throw new UnreadableFile("calendar.desk.error.many", Map.of("most", CalendarFile.MOST_EVENTS));
        }
        List<FoundEvent> found = new ArrayList<>();
        events.forEach(event -> found.add(event(event)));
        return found;
    }

    private FoundEvent event(JsonNode event) {
        SortedMap<LocalDate, FoundEvent.Hours> hours = new TreeMap<>();
        String refusal = hours(event.path("timings"), hours);
        hours.keySet().removeIf(day -> day.isBefore(today));
        if (event.path("status").asInt(0) == CANCELLED) {
            refusal = "calendar.desk.refusal.cancelled";
        } else if (event.has("state") && event.path("state").asInt(PUBLISHED) != PUBLISHED) {
            refusal = "calendar.desk.refusal.not_public";
        } else if (hasNoFrench(event.path("title"))) {
            refusal = "calendar.desk.refusal.not_french";
        }
        JsonNode location = event.path("location");
        String conditions = CalendarFile.line(french(event.path("conditions")));
        boolean isFree = conditions.toLowerCase(Locale.FRENCH).contains("gratuit");
        String uid = event.path("uid").asString("").strip();
        return new FoundEvent(
                uid.isEmpty() ? "" : "openagenda:" + uid,
                CalendarFile.line(french(event.path("title"))),
                french(event.path("description")),
                CalendarFile.line(location.path("name").asString("")),
                address(location),
                isFree ? "" : conditions,
                telephone(event.path("registration")),
                isFree,
                event.path("accessibility").path("mi").asBoolean(false),
                hours,
                refusal);
    }

    /** Several of a day are told as one; why they can't be read, or null. */
    private @org.jspecify.annotations.Nullable String hours(
            JsonNode timings, SortedMap<LocalDate, FoundEvent.Hours> hours) {
        if (!timings.isArray() || timings.isEmpty()) {
            return "calendar.desk.refusal.date";
        }
        for (JsonNode timing : timings) {
            try {
                LocalDateTime begin =
                        time(timing.path("begin").isString() ? timing.path("begin") : timing.path("start"));
                LocalDateTime end = time(timing.path("end"));
                if (end.equals(begin.toLocalDate().plusDays(1).atStartOfDay())) {
                    end = begin.toLocalDate().atTime(23, 59);
                }
                if (!end.isAfter(begin)) {
                    return "calendar.desk.refusal.no_end";
                }
                if (!end.toLocalDate().equals(begin.toLocalDate())) {
                    return "calendar.desk.refusal.nights";
                }
                hours.merge(
                        begin.toLocalDate(),
                        new FoundEvent.Hours(minutes(begin), minutes(end)),
                        FoundEvent.Hours::with);
            } catch (DateTimeException e) {
                return "calendar.desk.refusal.date";
            }
        }
        return null;
    }

    /** 2026-12-01T18:00:00.000+01:00, or in UTC. */
    private LocalDateTime time(JsonNode written) {
        LocalDateTime time = OffsetDateTime.parse(written.asString(""))
                .atZoneSameInstant(zone)
                .toLocalDateTime();
        if (time.getYear() < 1900 || time.getYear() > 2199) {
            throw new DateTimeException("year");
        }
        return time;
    }

    private static LocalTime minutes(LocalDateTime time) {
        return time.toLocalTime().withSecond(0).withNano(0);
    }

    private static String french(JsonNode text) {
        return (text.isString() ? text : text.path("fr"))
                .asString("")
                .replace("\r\n", "\n")
                .strip();
    }

    private static boolean hasNoFrench(JsonNode text) {
        return text.isObject() && !text.isEmpty() && french(text).isEmpty();
    }

    private static String address(JsonNode location) {
        String town = Stream.of(location.path("postalCode"), location.path("city"))
                .map(part -> part.asString(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        String street = CalendarFile.line(location.path("address").asString(""));
        boolean isWhole =
                town.isEmpty() || street.contains(location.path("city").asString(""));
        return isWhole ? street : street.isEmpty() ? town : street + ", " + town;
    }

    private static String telephone(JsonNode ways) {
        for (JsonNode way : ways) {
            String value = way.isString() ? way.asString("") : way.path("value").asString("");
            if (value.matches("[+0-9][0-9 .]{2,20}")) {
                return value;
            }
        }
        return "";
    }
}
