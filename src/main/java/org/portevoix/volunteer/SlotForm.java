package org.portevoix.volunteer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;

/** A slot as the team types it: {@code day}, {@code from}, {@code until}, {@code places} (empty: as many as wish). */
record SlotForm(FormBody body) {

    private static final int MOST_PLACES = 1000;

    static SlotForm blank() {
        return new SlotForm(new FormBody(Map.of()));
    }

    String day() {
        return body.get("day").strip();
    }

    String from() {
        return body.get("from").strip();
    }

    String until() {
        return body.get("until").strip();
    }

    String typedPlaces() {
        return body.get("places").strip();
    }

    /** Null for as many as wish. */
    @Nullable
    Integer places() {
        return typedPlaces().matches("[0-9]{1,4}") ? Integer.valueOf(typedPlaces()) : null;
    }

    /** Empty when the day or an hour can't be read. */
    Optional<Times> times(ZoneId zone) {
        try {
            LocalDate on = LocalDate.parse(day());
            Instant from = on.atTime(LocalTime.parse(from())).atZone(zone).toInstant();
            Instant until = on.atTime(LocalTime.parse(until())).atZone(zone).toInstant();
            return Optional.of(new Times(from, until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Field to message key; empty when all is well. */
    Map<String, String> errors(ZoneId zone, Instant now) {
        var errors = new LinkedHashMap<String, String>();
        Optional<Times> times = times(zone);
        if (times.isEmpty()) {
            errors.put("day", "volunteer.desk.error.day");
        } else if (!times.get().from().isAfter(now)) {
            errors.put("day", "volunteer.desk.error.past");
        } else if (!times.get().until().isAfter(times.get().from())) {
            errors.put("until", "volunteer.desk.error.until");
        }
        Integer places = places();
        boolean isPlaces = typedPlaces().isEmpty() || places != null && places >= 1 && places <= MOST_PLACES;
        if (!isPlaces) {
            errors.put("places", "volunteer.desk.error.places");
        }
        return errors;
    }

    record Times(Instant from, Instant until) {}
}
