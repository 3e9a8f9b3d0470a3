package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.portevoix.contract.Contracts;
import org.portevoix.retention.PersonalData;

/** The names and contacts of those who offered their help: kept a year after their mission. */
@Singleton
class SignUpData implements PersonalData {

    private final SignUpRepository signUps;
    private final SignUpMoves moves;
    private final Contracts contracts;

    SignUpData(SignUpRepository signUps, SignUpMoves moves, Contracts contracts) {
        this.signUps = signUps;
        this.moves = moves;
        this.contracts = contracts;
    }

    @Override
    public String kind() {
        return "sign_up";
    }

    @Override
    public Period usualTerm() {
        return Period.ofYears(1);
    }

    @Override
    public int erase(long contractId, LocalDate before) {
        Instant limit = contracts
                .find(contractId)
                .map(contract -> before.atStartOfDay(contract.zoneId()).toInstant())
                .orElseThrow();
        List<SignUp> over = signUps.findOver(contractId, limit);
        over.forEach(moves::erase);
        return over.size();
    }
}
