package org.portevoix.event;

import io.micronaut.core.annotation.Introspected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of an event's programme: a stand, or something at its own hour; with its places at one session of the event.
 *
 * @param places null where they are not counted: one comes as one likes
 * @param isCancelledEachDay on all days of its event
 * @param isCancelledOnDay at that session; null where nobody asked for it there
 * @param revision how often those who have a place in it had to be told of a change
 * @param takenPlaces at that session
 */
@Introspected
record EventPart(
        long id,
        String kind,
        long titleText,
        @Nullable String fromHour,
        @Nullable String untilHour,
        @Nullable Long placeText,
        @Nullable Integer places,
        boolean isCancelledEachDay,
        @Nullable Boolean isCancelledOnDay,
        int revision,
        int takenPlaces) {

    boolean isCancelled() {
        return isCancelledEachDay || Boolean.TRUE.equals(isCancelledOnDay);
    }

    /** On that day and not on the others. */
    boolean isCancelledThatDay() {
        return !isCancelledEachDay && isCancelled();
    }

    /** One registers for it. */
    boolean isOpen() {
        return places != null && !isCancelled();
    }

    boolean isFull() {
        return places != null && takenPlaces >= places;
    }

    /** How many places nobody has; very many where they are not counted. */
    int free() {
        return places == null ? Integer.MAX_VALUE : places - takenPlaces;
    }

    boolean hasPlaceFor(int people) {
        return places == null || takenPlaces + people <= places;
    }

    /** Nobody can be in both; one without an end is known by its beginning alone. */
    boolean isAtTheHourOf(EventPart other) {
        return fromHour != null
                && other.fromHour != null
                && (fromHour.equals(other.fromHour) || begins(other, this) || begins(this, other));
    }

    /** Whether the first one begins while the other lasts. */
    private static boolean begins(EventPart one, EventPart other) {
        return Objects.requireNonNull(one.fromHour).compareTo(Objects.requireNonNull(other.fromHour)) > 0
                && other.untilHour != null
                && one.fromHour.compareTo(other.untilHour) < 0;
    }

    /** Whether those who have a place must be told: it is at another hour, no longer held, or held again. */
    boolean isOtherwiseThan(EventPart before) {
        return isCancelled() != before.isCancelled()
                || !isCancelled()
                        && !(Objects.equals(fromHour, before.fromHour) && Objects.equals(untilHour, before.untilHour));
    }

    EventPart cancelled() {
        return new EventPart(
                id,
                kind,
                titleText,
                fromHour,
                untilHour,
                placeText,
                places,
                true,
                isCancelledOnDay,
                revision + 1,
                takenPlaces);
    }
}
