package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.portevoix.actionsheet.Promises;

/** Tells when the answers promised by consultations on an action are due. */
@Singleton
class ConsultationPromises implements Promises {

    private final ConsultationRepository consultations;

    ConsultationPromises(ConsultationRepository consultations) {
        this.consultations = consultations;
    }

    @Override
    public Map<Long, LocalDate> firstAnswerDays(long contractId) {
        var days = new HashMap<Long, LocalDate>();
        for (Consultation consultation : consultations.findPublished(contractId, LocalDate.EPOCH)) {
            if (consultation.actionSheetId() != null) {
                days.merge(
                        consultation.actionSheetId(),
                        consultation.answerBy(),
                        (first, second) -> first.isBefore(second) ? first : second);
            }
        }
        return days;
    }
}
