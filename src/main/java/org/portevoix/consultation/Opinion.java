package org.portevoix.consultation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/**
 * One resident's answer to a consultation. It keeps its own copy of what its ledger line says, so that one correcting
 * line, and one only, can be written from it.
 *
 * @param hasWords whether a free text was written: only then does a person have to read it before anything is shown
 * @param mayShow the writer's leave to show it without a name; null when it was not asked, since no word was written
 * @param enteredBy the account that typed it for somebody; null when the resident did
 * @param revision how often its writer has corrected it
 * @param hasContact whether its writer left an address for the answer
 * @param turn in the queue: {@link #FIRST} when its words say that somebody may be in danger
 * @param month yyyy-mm, all that the ledger knows of when
 */
@MappedEntity("opinion")
record Opinion(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long consultationId,
        byte[] receiptHash,
        byte[] submissionHash,
        Instant receivedAt,
        OpinionState state,
        boolean hasWords,
        @Nullable Boolean mayShow,
        @Nullable Long enteredBy,
        String month,
        ParticipationLevel level,
        Channel channel,
        @Nullable Phase phase,
        @Nullable Long actionSheetId,
        String home,
        String language,
        @Nullable String ageBand,
        @Nullable String gender,
        @Nullable Boolean firstTime,
        boolean isSensitive,
        boolean isCounted,
        int revision,
        boolean hasContact,
        int turn) {

    /** Read before all others. */
    static final int FIRST = 0;

    /** Read in the order in which they came. */
    static final int USUAL = 1;

    LedgerLine ledgerLine() {
        return LedgerLine.participation(contractId, YearMonth.parse(month), Act.OPINION, level, channel)
                .phase(phase)
                .actionSheet(actionSheetId)
                .consultation(consultationId)
                .home(home)
                .language(language)
                .ageBand(ageBand)
                .gender(gender)
                .firstTime(firstTime)
                .sensitive(isSensitive)
                .build();
    }
}
