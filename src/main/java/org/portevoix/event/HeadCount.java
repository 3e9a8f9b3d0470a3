package org.portevoix.event;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/**
 * The people counted at a session, nobody's names. It keeps its own copy of what its ledger lines say, so that they can be
 * corrected when somebody counts again.
 *
 * @param isCurrent true for the one that counts; null once another has replaced it
 * @param countedBy the account that counted; null where a partner did
 * @param heldFrom when the session began, in the contract's zone
 */
@MappedEntity("head_count")
record HeadCount(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long eventSessionId,
        @Nullable Boolean isCurrent,
        byte[] submissionHash,
        @Nullable Long countedBy,
        Instant countedAt,
        String month,
        ParticipationLevel level,
        @Nullable Phase phase,
        @Nullable Long actionSheetId,
        @Nullable String place,
        boolean isSensitive,
        LocalDateTime heldFrom,
        boolean hasChildCare,
        boolean hasInterpreter) {

    /** That the session was held, and how many came from each neighbourhood. */
    List<LedgerLine> lines(List<HeadCountHome> homes) {
        return Stream.concat(Stream.of(held()), homes.stream().map(this::people))
                .toList();
    }

    private LedgerLine held() {
        return about(LedgerLine.activity(contractId, YearMonth.parse(month), Act.SESSION_HELD))
                .held(new LedgerLine.Held(heldFrom, hasChildCare, hasInterpreter))
                .build();
    }

    private LedgerLine people(HeadCountHome home) {
        return about(LedgerLine.participation(
                        contractId, YearMonth.parse(month), Act.HEAD_COUNT, level, Channel.MEETING))
                .home(home.home())
                .count(home.people())
                .build();
    }

    private LedgerLine.Builder about(LedgerLine.Builder line) {
        return line.phase(phase)
                .actionSheet(actionSheetId)
                .eventSession(eventSessionId)
                .place(place)
                .sensitive(isSensitive);
    }
}
