package org.portevoix.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as a file tells it.
 *
 * @param source its name in the calendar that it comes from
 * @param summary "" where none is told, as place, address, price and telephone
 * @param isFree said to be so
 * @param hours by day, one span a day
 * @param refusal key that says why it can't be taken; null where it can
 */
record FoundEvent(
        String source,
        String title,
        String summary,
        String place,
        String address,
        String price,
        String telephone,
        boolean isFree,
        boolean isStepFree,
        SortedMap<LocalDate, Hours> hours,
        @Nullable String refusal) {

    /** Of one day. */
    record Hours(LocalTime from, LocalTime until) {

        /** Both as one, with what lies between. */
        Hours with(Hours other) {
            return new Hours(
                    from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
        }
    }

    FoundEvent refused(String key) {
        return new FoundEvent(source, title, summary, place, address, price, telephone, isFree, isStepFree, hours, key);
    }

    /** As a contract's file tells an event, but for its name. */
    ObjectNode item(String kind) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("kind", kind);
        text(item, "title", title);
        text(item, "summary", summary);
        text(item, "place", place);
        line(item, "address", address);
        text(item, "price", price);
        line(item, "telephone", telephone);
        item.put("free", isFree).put("step_free", isStepFree);
        ArrayNode sessions = item.putArray("sessions");
        hours.forEach((day, span) -> sessions.addObject()
                .put("day", day.toString())
                .put("from", span.from().toString())
                .put("until", span.until().toString()));
        return item;
    }

    private static void text(ObjectNode item, String field, String french) {
        if (!french.isEmpty()) {
            item.putObject(field).put("fr", french);
        }
    }

    private static void line(ObjectNode item, String field, String value) {
        if (!value.isEmpty()) {
            item.put(field, value);
        }
    }

    List<LocalDate> days() {
        return new ArrayList<>(hours.keySet());
    }
}
