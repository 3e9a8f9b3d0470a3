package org.portevoix.retention;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.DataTerms;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;
import org.portevoix.web.PageChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps each kind of personal data for its term and no longer: erases daily, and says what it did. */
@Singleton
public class Retention implements DataTerms {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration LONGEST_RUN = Duration.ofHours(1);
    private static final Period RUNS_KEPT = Period.ofYears(1);
    private static final int LONGEST_NAME = 120;

    private final List<PersonalData> kinds;
    private final RetentionRepository repository;
    private final Contracts contracts;
    private final PageChanges pageChanges;
    private final Seal seal;
    private final Clock clock;

    Retention(
            List<PersonalData> kinds,
            RetentionRepository repository,
            Contracts contracts,
            PageChanges pageChanges,
            Seal seal,
            Clock clock) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(PersonalData::kind)).toList();
        this.repository = repository;
        this.contracts = contracts;
        this.pageChanges = pageChanges;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public List<Term> of(long contractId) {
        Map<String, Period> own = repository.findTerms(contractId).stream()
                .collect(Collectors.toMap(RetentionTerm::kind, RetentionTerm::period));
        return kinds.stream()
                .map(one -> new Term(one.kind(), own.getOrDefault(one.kind(), one.usualTerm())))
                .toList();
    }

    /** By its name; its usual and its longest term with it. */
    public List<PersonalData> kinds() {
        return kinds;
    }

    /** By the name of the kind, the last day on which it was erased, or tried. */
    public Map<String, RetentionRun> latestRuns(long contractId) {
        return repository.findLatest(List.of(contractId)).stream()
                .collect(Collectors.toMap(RetentionRun::kind, Function.identity()));
    }

    /** Those of these contracts whose last day went wrong, or was never finished. */
    public List<RetentionRun> troubles(Collection<Long> contractIds) {
        return contractIds.isEmpty()
                ? List.of()
                : repository.findLatest(contractIds).stream()
                        .filter(this::isTrouble)
                        .toList();
    }

    public boolean isTrouble(RetentionRun run) {
        return run.failure() != null
                || run.erased() == null
                        && run.claimedAt().isBefore(clock.instant().minus(LONGEST_RUN));
    }

    /** False when it is longer than this kind may be kept, or nothing at all. */
    @Transactional
    public boolean change(Contract contract, PersonalData kind, Period term, long accountId) {
        LocalDate day = LocalDate.EPOCH;
        boolean isTooLong = day.plus(term).isAfter(day.plus(kind.longestTerm()));
        if (isTooLong || term.isZero() || term.isNegative()) {
            return false;
        }
        repository.setTerm(
                contract.id(), kind.kind(), (int) term.toTotalMonths(), term.getDays(), accountId, clock.instant());
        pageChanges.changed(contract.tag());
        return true;
    }

    /** Tried on each machine; the first that claims a contract's kind does it, once a day. */
    @Scheduled(fixedDelay = "30m", initialDelay = "${portevoix.jobs.first:4m}")
    void daily() {
        contracts.all().forEach(this::run);
    }

    /** What failed today is done again, and what was not done yet. */
    public void again(Contract contract) {
        repository.giveUp(contract.id(), today(contract), clock.instant().minus(LONGEST_RUN));
        run(contract);
    }

    /** Each kind in a transaction of its own: one that fails stops no other. */
    void run(Contract contract) {
        Map<String, Period> terms = of(contract.id()).stream().collect(Collectors.toMap(Term::kind, Term::term));
        LocalDate today = today(contract);
        for (PersonalData kind : kinds) {
            if (repository.claim(contract.id(), kind.kind(), today, clock.instant()) == 1) {
                erase(contract, kind, today, terms.getOrDefault(kind.kind(), kind.usualTerm()));
            }
        }
        repository.deleteRuns(contract.id(), today.minus(RUNS_KEPT));
    }

    private void erase(Contract contract, PersonalData kind, LocalDate today, Period term) {
        try {
            int erased = eraseSealed(contract, kind, today, term);
            LOG.info("Retention: contract {}, {}: {} erased", contract.id(), kind.kind(), erased);
        } catch (RuntimeException e) {
            String failure = e.getClass().getSimpleName();
            repository.failed(
                    contract.id(), kind.kind(), today, failure.substring(0, Math.min(failure.length(), LONGEST_NAME)));
            LOG.error("Retention: contract {}, {}: {}", contract.id(), kind.kind(), failure);
        }
    }

    /** What is erased and its line of the sealed log, together. */
    @Transactional
    int eraseSealed(Contract contract, PersonalData kind, LocalDate today, Period term) {
        int erased = kind.erase(contract.id(), today.minus(term));
        repository.done(contract.id(), kind.kind(), today, erased);
        if (erased > 0) {
            seal.record(Deed.of(Act.ERASED_BY_TERM)
                    .in(contract.id())
                    .about("personal_data", kind.kind())
                    .saying(Integer.toString(erased)));
        }
        return erased;
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }
}
