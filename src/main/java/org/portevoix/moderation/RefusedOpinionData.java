package org.portevoix.moderation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.portevoix.consultation.Opinions;
import org.portevoix.contract.Contracts;
import org.portevoix.retention.PersonalData;

/** Words that the team refused to show, from the day of its decision: kept for who contests it, then erased. */
@Singleton
class RefusedOpinionData implements PersonalData {

    private final ModerationDecisionRepository decisions;
    private final Opinions opinions;
    private final Contests contests;
    private final Contracts contracts;

    RefusedOpinionData(
            ModerationDecisionRepository decisions, Opinions opinions, Contests contests, Contracts contracts) {
        this.decisions = decisions;
        this.opinions = opinions;
        this.contests = contests;
        this.contracts = contracts;
    }

    @Override
    public String kind() {
        return "refused_opinion";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(6);
    }

    @Override
    @Transactional
    public int erase(long contractId, LocalDate before) {
        var zone = contracts.find(contractId).orElseThrow().zoneId();
        List<Long> refused =
                decisions.findRefused(contractId, before.atStartOfDay(zone).toInstant());
        contests.forgetWords(refused);
        return opinions.eraseWords(refused);
    }
}
