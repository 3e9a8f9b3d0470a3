package org.portevoix.committee;

import io.micronaut.core.annotation.Introspected;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/**
 * Whether a seat was occupied at a meeting, with its own copy of what its ledger line says.
 *
 * @param month yyyy-mm
 * @param isResidents whether it has a ledger line at all
 */
@Introspected
record Attendance(
        long meetingId,
        long seatId,
        boolean isOccupied,
        String month,
        @Nullable Phase phase,
        @Nullable Long actionSheetId,
        boolean isSensitive,
        boolean isResidents) {

    LedgerLine line(Body body) {
        return LedgerLine.participation(
                        body.contractId(),
                        YearMonth.parse(month),
                        Act.SEAT,
                        ParticipationLevel.DECIDER,
                        Channel.MEETING)
                .phase(phase)
                .actionSheet(actionSheetId)
                .body(body.id())
                .sensitive(isSensitive)
                .build();
    }
}
