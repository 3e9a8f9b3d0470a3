package org.portevoix.council;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import org.portevoix.retention.PersonalData;

/** Words said at meetings: those that are not shown go; those that are shown lose who typed them. */
@Singleton
class CouncilRemarkData implements PersonalData {

    private final CouncilRemarkRepository remarks;

    CouncilRemarkData(CouncilRemarkRepository remarks) {
        this.remarks = remarks;
    }

    @Override
    public String kind() {
        return "council_remark";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(12);
    }

    @Override
    @Transactional
    public int erase(long contractId, LocalDate before) {
        return remarks.erase(contractId, before) + remarks.loosen(contractId, before);
    }
}
