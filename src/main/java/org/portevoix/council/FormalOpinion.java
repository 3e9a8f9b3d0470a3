package org.portevoix.council;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/**
 * What a council says with one voice: one contribution, which the committee must answer.
 *
 * @param aboutTitle in French, as it was called that day
 * @param answerBy given once, never moved
 * @param state WAITING, PUBLISHED, REFUSED (not shown) or WITHDRAWN
 * @param answeredOn when its members were told that a decision was taken; null until then
 */
@MappedEntity("formal_opinion")
record FormalOpinion(
        @Id long id,
        long contractId,
        long councilId,
        byte[] receiptHash,
        AboutKind aboutKind,
        @Nullable String aboutSlug,
        String aboutTitle,
        String title,
        String body,
        String language,
        LocalDate sentOn,
        LocalDate answerBy,
        String state,
        @Nullable String reason,
        String month,
        @Nullable Phase phase,
        @Nullable Long actionSheetId,
        boolean isSensitive,
        boolean isCounted,
        @Nullable LocalDate answeredOn) {

    boolean isWithdrawn() {
        return state.equals("WITHDRAWN");
    }

    boolean isShown() {
        return state.equals("PUBLISHED");
    }

    /** All that was written in it. */
    List<String> words() {
        return List.of(title, body);
    }

    LedgerLine ledgerLine() {
        return line(contractId, councilId, month, phase, actionSheetId, isSensitive, language);
    }

    static LedgerLine line(
            long contractId,
            long councilId,
            String month,
            @Nullable Phase phase,
            @Nullable Long actionSheetId,
            boolean isSensitive,
            String language) {
        return LedgerLine.participation(
                        contractId,
                        YearMonth.parse(month),
                        Act.FORMAL_OPINION,
                        ParticipationLevel.CONSULTED,
                        Channel.MEETING)
                .council(councilId)
                .phase(phase)
                .actionSheet(actionSheetId)
                .sensitive(isSensitive)
                .language(language)
                .build();
    }
}
