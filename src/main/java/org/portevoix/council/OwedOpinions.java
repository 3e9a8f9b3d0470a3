package org.portevoix.council;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Formal opinions of councils that the committee hasn't answered. */
@Singleton
public class OwedOpinions {

    private final FormalOpinionRepository opinions;

    OwedOpinions(FormalOpinionRepository opinions) {
        this.opinions = opinions;
    }

    /** Those that everybody may read, the soonest promised first. */
    public List<Owed> of(long contractId) {
        return opinions.findUnanswered(List.of(contractId)).stream()
                .filter(FormalOpinion::isShown)
                .map(opinion -> new Owed(opinion.title(), opinion.answerBy()))
                .toList();
    }

    /** @param by the day promised for the answer */
    public record Owed(String title, LocalDate by) {}
}
