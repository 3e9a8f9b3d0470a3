package org.portevoix.interview;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import org.portevoix.retention.PersonalData;

/** What was said in interviews, by few people who are easily known: long enough to write the evaluation, and no longer. */
@Singleton
class InterviewData implements PersonalData {

    static final String KIND = "interview";

    private final InterviewRepository interviews;

    InterviewData(InterviewRepository interviews) {
        this.interviews = interviews;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Period usualTerm() {
        return Period.ofMonths(24);
    }

    /** A contract evaluated at its half and at its end reads them twice. */
    @Override
    public Period longestTerm() {
        return Period.ofMonths(36);
    }

    @Override
    @Transactional
    public int erase(long contractId, LocalDate before) {
        return interviews.erase(contractId, before);
    }
}
