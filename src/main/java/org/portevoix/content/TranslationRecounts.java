package org.portevoix.content;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.portevoix.contract.Contracts;

/** Counts anew what waits to be translated, some items at a time, where a file was imported. */
@Singleton
class TranslationRecounts {
    private static final int AT_ONCE = 50;

    private final TranslationWaits waits;
    private final TranslationWaitRepository repository;
    private final Contracts contracts;

    TranslationRecounts(TranslationWaits waits, TranslationWaitRepository repository, Contracts contracts) {
        this.waits = waits;
        this.repository = repository;
        this.contracts = contracts;
    }

    /** On several machines at once it counts the same. */
    @Scheduled(fixedDelay = "1m", initialDelay = "${portevoix.jobs.first:30s}")
    void recount() {
        repository.findRecounts().forEach(wanted -> {
            contracts
                    .find(wanted.contractId())
                    .ifPresent(contract -> Stream.of(Kind.shown(), Kind.ground())
                            .flatMap(List::stream)
                            .forEach(kind -> {
                                int skip = 0;
                                while (waits.recount(contract, kind, skip, AT_ONCE)) {
                                    skip += AT_ONCE;
                                }
                            }));
            repository.recounted(wanted.contractId(), wanted.wantedAt());
        });
    }
}
