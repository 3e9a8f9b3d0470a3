package org.portevoix.participation;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.function.LongConsumer;

/**
 * Adds the ledger up, so that the report reads sums and never lines, however many they are. Each line is counted once: it
 * waits from its own transaction on, and is taken out in the one that counts it. The sums can be made anew from the ledger
 * at any time (docs/decisions/0031-sums-of-the-ledger.md).
 */
@Singleton
public class LedgerCube {
    private static final int BATCH = 20_000;
    /** Where many wait each sum is written fewer times: ten times as fast. */
    private static final int LARGE_BATCH = 100_000;

    private final CubeRepository sums;
    private final LineCounting counting;

    LedgerCube(CubeRepository sums, LineCounting counting) {
        this.sums = sums;
        this.counting = counting;
    }

    /** Counts all the lines that wait. */
    @Scheduled(fixedDelay = "20s", initialDelay = "${portevoix.jobs.first:2m}")
    void count() {
        countAll(false, unused -> {});
    }

    /** Counts what a while brings, and no more: whoever asks waits for it. */
    void countSome() {
        counting.countSome(BATCH, true);
    }

    /** What the public figures are made of. */
    LedgerCount read(long contractId) {
        return new LedgerCount(sums.findPublic(contractId));
    }

    /** Makes all the sums anew from the ledger. Until it is done no new edition is made. Returns how many lines there were. */
    public long rebuild(LongConsumer progress) {
        counting.forgetAll();
        return countAll(true, progress);
    }

    private long countAll(boolean waits, LongConsumer progress) {
        long all = 0;
        int most = BATCH;
        int counted = counting.countSome(most, waits);
        while (counted == most) {
            all += counted;
            progress.accept(all);
            most = LARGE_BATCH;
            counted = counting.countSome(most, waits);
        }
        all += counted;
        progress.accept(all);
        return all;
    }
}
