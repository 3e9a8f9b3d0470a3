package org.portevoix.volunteer;

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
 * What one person offered for a mission. It keeps its own copy of what its ledger lines say; how to reach the person lives
 * apart, under the receipt.
 *
 * @param firstName null once withdrawn
 * @param spoken codes of the languages that they speak, parted by a space
 * @param enteredBy the account that typed it for somebody; null when the resident did
 * @param month yyyy-mm, all that the ledger knows of when they asked
 */
@MappedEntity("sign_up")
record SignUp(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long missionId,
        byte[] receiptHash,
        byte[] submissionHash,
        Instant askedAt,
        @Nullable String firstName,
        String spoken,
        @Nullable Long enteredBy,
        String month,
        Channel channel,
        @Nullable Phase phase,
        @Nullable Long actionSheetId,
        String home,
        String language,
        boolean isSensitive) {

    /** That somebody means to help in one slot. */
    LedgerLine intention() {
        return said(LedgerLine.intention(contractId, YearMonth.parse(month), Act.SIGN_UP, channel));
    }

    /** That they did. */
    LedgerLine participation(YearMonth doneMonth, ParticipationLevel level, @Nullable Integer minutes) {
        return said(LedgerLine.participation(contractId, doneMonth, Act.TASK, level, channel)
                .minutes(minutes));
    }

    private LedgerLine said(LedgerLine.Builder line) {
        return line.phase(phase)
                .actionSheet(actionSheetId)
                .mission(missionId)
                .home(home)
                .language(language)
                .sensitive(isSensitive)
                .build();
    }
}
