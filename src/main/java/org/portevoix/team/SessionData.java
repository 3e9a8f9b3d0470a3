package org.portevoix.team;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.portevoix.account.Accounts;
import org.portevoix.retention.PersonalData;

/** Who was signed in and when, of the whole site: over after twelve hours, erased within the next. */
@Singleton
class SessionData implements PersonalData {

    private final Accounts accounts;

    SessionData(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Period usualTerm() {
        return Period.ofDays(1);
    }

    @Override
    public int erase(long contractId, LocalDate before) {
        return accounts.eraseSessions(before.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
