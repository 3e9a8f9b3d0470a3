package org.portevoix.recording;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import org.portevoix.contract.Contracts;
import org.portevoix.retention.PersonalData;

/** A voice is personal data of the one who speaks: kept for a term, shown or not, then erased with its page's player. */
@Singleton
class RecordingData implements PersonalData {

    private final Recordings recordings;
    private final Contracts contracts;

    RecordingData(Recordings recordings, Contracts contracts) {
        this.recordings = recordings;
        this.contracts = contracts;
    }

    @Override
    public String kind() {
        return "recording";
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(36);
    }

    @Override
    public Period longestTerm() {
        return Period.ofMonths(60);
    }

    @Override
    public int erase(long contractId, LocalDate before) {
        var zone = contracts.find(contractId).orElseThrow().zoneId();
        return recordings.withdrawRecordedBefore(
                contractId, before.atStartOfDay(zone).toInstant());
    }
}
