package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import org.portevoix.contract.Contracts;
import org.portevoix.retention.PersonalData;

/** Addresses of committee members without an account, from the day on which the coordinator typed them, or did so again. */
@Singleton
class MemberData implements PersonalData {
    private final Members members;
    private final Contracts contracts;

    MemberData(Members members, Contracts contracts) {
        this.members = members;
        this.contracts = contracts;
    }

    @Override
    public String kind() {
        return "pack_member";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(36);
    }

    @Override
    public int erase(long contractId, LocalDate before) {
        var zone = contracts.find(contractId).orElseThrow().zoneId();
        return members.removeAddedBefore(contractId, before.atStartOfDay(zone).toInstant());
    }
}
