package org.portevoix.lead;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a lead reported about their sheet. Which fields are given depends on its kind.
 *
 * @param happenedOn the day of the change, of the reading, or on which heads were counted
 * @param title of an indicator, or of the activity at which heads were counted
 * @param word of the team, with a refusal
 */
@MappedEntity("lead_report")
record LeadReport(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long actionSheetId,
        long linkId,
        byte[] submissionHash,
        ReportKind kind,
        ReportState state,
        Instant sentAt,
        LocalDate happenedOn,
        @Nullable String progress,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String title,
        @Nullable String measureKind,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal value,
        @Nullable String source,
        @Nullable String note,
        @Nullable String adaptation,
        @Nullable String lever,
        @Nullable String word) {

    /** All that the lead wrote in it. */
    List<String> words() {
        return Stream.of(title, unit, source, note, adaptation)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
