package org.portevoix.team;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.portevoix.account.Accounts;
import org.portevoix.retention.PersonalData;

/** Accounts of the team, from the day they were last used. */
@Singleton
class AccountData implements PersonalData {

    private final Accounts accounts;

    AccountData(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(24);
    }

    @Override
    public int erase(long contractId, LocalDate before) {
        return accounts.eraseUnused(
                contractId, before.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
