package org.portevoix.event;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A part of an event's programme: a stand, or something at its own hour. */
@MappedEntity("event_part")
record EventPart(
        @Id long id,
        long eventId,
        int position,
        String kind,
        long titleText,
        @Nullable String fromHour,
        @Nullable String untilHour,
        @Nullable Long placeText,
        @Nullable Integer places) {}
