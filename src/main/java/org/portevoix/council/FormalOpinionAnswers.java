package org.portevoix.council;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Language;
import org.portevoix.receipt.Outcomes;
import org.portevoix.receipt.Said;
import org.portevoix.web.PageChanges;

/** Tells a council's members, once, that its formal opinion was answered. */
@Singleton
class FormalOpinionAnswers {

    private final FormalOpinionRepository opinions;
    private final CouncilRepository councils;
    private final Contracts contracts;
    private final Outcomes outcomes;
    private final CouncilLetters letters;
    private final PageChanges pageChanges;
    private final Clock clock;

    FormalOpinionAnswers(
            FormalOpinionRepository opinions,
            CouncilRepository councils,
            Contracts contracts,
            Outcomes outcomes,
            CouncilLetters letters,
            PageChanges pageChanges,
            Clock clock) {
        this.opinions = opinions;
        this.councils = councils;
        this.contracts = contracts;
        this.outcomes = outcomes;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /** On each machine; a conditional update lets one of them write. */
    @Scheduled(fixedDelay = "10m", initialDelay = "${portevoix.jobs.first:2m}")
    @Transactional
    void tell() {
        for (Contract contract : contracts.all()) {
            for (FormalOpinion opinion : opinions.findUnanswered(List.of(contract.id()))) {
                tell(contract, opinion);
            }
        }
    }

    private void tell(Contract contract, FormalOpinion opinion) {
        boolean isAnswered = outcomes.of(Said.Kind.FORMAL_OPINION, opinion.id(), Language.SOURCE).stream()
                .anyMatch(Outcomes.Outcome::isAnswer);
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        if (isAnswered && opinions.answered(opinion.id(), today) == 1) {
            letters.answered(contract, councils.findById(opinion.councilId()).orElseThrow(), opinion);
            pageChanges.changed(Council.tag(opinion.councilId()));
        }
    }
}
