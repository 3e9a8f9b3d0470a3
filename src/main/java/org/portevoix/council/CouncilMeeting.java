package org.portevoix.council;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.LedgerLine;

/**
 * A meeting of a council, one a day at most.
 *
 * @param heldFrom "18:30", in the contract's zone
 * @param isShown whether residents may read of it
 * @param revision how often its heads were counted, 0 never
 * @param countedPlace the neighbourhood where it was held, as its ledger lines say
 */
@MappedEntity("council_meeting")
record CouncilMeeting(
        @Id long id,
        long councilId,
        LocalDate heldOn,
        String heldFrom,
        String place,
        MeetingKind kind,
        boolean hasChildCare,
        boolean hasInterpreter,
        boolean isShown,
        int revision,
        @Nullable String countedPlace) {

    boolean isCounted() {
        return revision > 0;
    }

    /** That it was held, and who came: one line a home. None while nobody was counted. */
    List<LedgerLine> ledgerLines(long contractId, List<HeadCount> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        YearMonth month = YearMonth.from(heldOn);
        Stream<LedgerLine> held = Stream.of(LedgerLine.activity(contractId, month, Act.SESSION_HELD)
                .council(councilId)
                .place(countedPlace)
                .held(new LedgerLine.Held(heldOn.atTime(LocalTime.parse(heldFrom)), hasChildCare, hasInterpreter))
                .build());
        Stream<LedgerLine> came = heads.stream()
                .map(one -> LedgerLine.participation(contractId, month, Act.HEAD_COUNT, kind.level(), Channel.MEETING)
                        .council(councilId)
                        .place(countedPlace)
                        .home(one.home())
                        .count(one.count())
                        .build());
        return Stream.concat(held, came).toList();
    }
}
