package org.portevoix.consultation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.contract.Contracts;
import org.portevoix.mail.Sealed;
import org.portevoix.retention.PersonalData;

/**
 * What the team masked, as it was written: kept apart and encrypted, for a decision that is taken back or contested, then erased.
 * Who may read it, and that each reading is written down, is for the caller.
 */
@Singleton
public class SealedWords implements PersonalData {

    private final SealedWordsRepository repository;
    private final OpinionRepository opinions;
    private final Sealed sealed;
    private final Contracts contracts;
    private final Clock clock;

    SealedWords(
            SealedWordsRepository repository,
            OpinionRepository opinions,
            Sealed sealed,
            Contracts contracts,
            Clock clock) {
        this.repository = repository;
        this.opinions = opinions;
        this.sealed = sealed;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** By the id of the question, whole; empty when nothing is sealed, or no longer. */
    public Map<Long, String> read(long opinionId) {
        Map<Long, String> words = new LinkedHashMap<>();
        repository.findByOpinion(opinionId).forEach(row -> words.put(row.questionId(), sealed.open(row.words())));
        return words;
    }

    /** Whether there is anything to read. */
    public boolean isSealed(long opinionId) {
        return repository.count(opinionId) > 0;
    }

    /** In the caller's transaction. @param masked by the id of the question, the words that stay, with marks */
    void mask(long opinionId, Map<Long, String> masked) {
        for (Answer answer : opinions.findAnswers(List.of(opinionId))) {
            String words = answer.body();
            String shown = masked.get(answer.questionId());
            if (words != null && shown != null) {
                repository.seal(opinionId, answer.questionId(), sealed.seal(words), clock.instant());
                opinions.rewrite(opinionId, answer.questionId(), shown, true);
            }
        }
    }

    /** What was masked is there again; where its term is over it stays masked. In the caller's transaction. */
    void restore(long opinionId) {
        read(opinionId).forEach((questionId, words) -> opinions.rewrite(opinionId, questionId, words, false));
        repository.delete(opinionId);
    }

    void forget(long opinionId) {
        repository.delete(opinionId);
    }

    @Override
    public String kind() {
        return "sealed_words";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(6);
    }

    @Override
    @Transactional
    public int erase(long contractId, LocalDate before) {
        var zone = contracts.find(contractId).orElseThrow().zoneId();
        return repository.deletePast(contractId, before.atStartOfDay(zone).toInstant());
    }
}
