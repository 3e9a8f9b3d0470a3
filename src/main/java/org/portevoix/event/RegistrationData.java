package org.portevoix.event;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.portevoix.contract.Contracts;
import org.portevoix.mail.Contacts;
import org.portevoix.retention.PersonalData;

/** First name, needs, what they chose of a programme, contact and receipt of those who registered: three months after the session they are erased. */
@Singleton
class RegistrationData implements PersonalData {

    private final RegistrationRepository registrations;
    private final EventPartRepository parts;
    private final Contracts contracts;
    private final Contacts contacts;

    RegistrationData(
            RegistrationRepository registrations, EventPartRepository parts, Contracts contracts, Contacts contacts) {
        this.registrations = registrations;
        this.parts = parts;
        this.contracts = contracts;
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return "registration";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(3);
    }

    @Override
    @Transactional
    public int erase(long contractId, LocalDate before) {
        var zone = contracts.find(contractId).orElseThrow().zoneId();
        List<Registration> past =
                registrations.findPast(contractId, before.atStartOfDay(zone).toInstant());
        for (Registration one : past) {
            contacts.erase(Objects.requireNonNull(one.receiptHash()));
            parts.forget(Objects.requireNonNull(one.id()));
            registrations.erase(Objects.requireNonNull(one.id()));
        }
        return past.size();
    }
}
