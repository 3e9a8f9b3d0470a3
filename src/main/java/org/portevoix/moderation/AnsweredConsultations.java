package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.contract.Contract;

/** Which consultations the team has answered in public. */
@Singleton
public class AnsweredConsultations {

    private final ReplyRepository replies;

    AnsweredConsultations(ReplyRepository replies) {
        this.replies = replies;
    }

    /** Their ids, of these contracts. */
    public Set<Long> of(Collection<Long> contractIds) {
        return contractIds.isEmpty() ? Set.of() : replies.findAnswered(contractIds);
    }

    /** The day of the first public answer to each consultation of a contract, by its id; those without are left out. */
    public Map<Long, LocalDate> firstDays(Contract contract) {
        return replies.findFirst(contract.id()).stream()
                .collect(Collectors.toMap(
                        FirstReply::consultationId, one -> LocalDate.ofInstant(one.repliedAt(), contract.zoneId())));
    }
}
