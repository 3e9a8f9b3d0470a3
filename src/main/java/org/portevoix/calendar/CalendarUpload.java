package org.portevoix.calendar;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that somebody of the team gave, while its preview is looked at. */
@MappedEntity("calendar_upload")
record CalendarUpload(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long accountId,
        String kind,
        byte[] file,
        Instant uploadedAt) {}
