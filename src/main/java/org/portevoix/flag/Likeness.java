package org.portevoix.flag;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.portevoix.language.SaidWord;

/**
 * What words look like: for each of 64 orders, the first of their runs of five signs. Two texts have about as many of these
 * in common as they have runs (Broder, 1997). Bands of four find those that may be alike without reading them all.
 */
record Likeness(int[] print) {

    private static final int NUMBERS = 64;
    private static final int A_BAND = 4;
    private static final int RUN = 5;

    /** Shorter words are alike by chance: "Plus de bancs". */
    private static final int SHORTEST = 30;

    /** Of 64: seven tenths of all runs in common. */
    private static final int ALIKE = 45;

    private static final long[] ORDERS = new Random(20261122).longs(NUMBERS).toArray();

    /** Empty when there are too few words. */
    static Optional<Likeness> of(String words) {
        String said = SaidWord.of(words).stream().map(SaidWord::text).collect(Collectors.joining(" "));
        if (said.length() < SHORTEST) {
            return Optional.empty();
        }
        int[] print = new int[NUMBERS];
        Arrays.fill(print, Integer.MAX_VALUE);
        for (int at = 0; at + RUN <= said.length(); at++) {
            long run = 0;
            for (int i = at; i < at + RUN; i++) {
                run = run * 0x100000001b3L + said.charAt(i);
            }
            for (int i = 0; i < NUMBERS; i++) {
                print[i] = Math.min(print[i], (int) (mixed(run ^ ORDERS[i]) >>> 33));
            }
        }
        return Optional.of(new Likeness(print));
    }

    static Likeness read(byte[] bytes) {
        int[] print = new int[NUMBERS];
        ByteBuffer.wrap(bytes).asIntBuffer().get(print);
        return new Likeness(print);
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(NUMBERS * Integer.BYTES);
        bytes.asIntBuffer().put(print);
        return bytes.array();
    }

    /** Who has one in common may be alike. */
    List<Long> bands() {
        return LongStream.range(0, NUMBERS / A_BAND)
                .map(band -> {
                    long mixed = band;
                    for (int i = 0; i < A_BAND; i++) {
                        mixed = mixed(mixed * 31 + print[(int) band * A_BAND + i]);
                    }
                    return mixed;
                })
                .boxed()
                .toList();
    }

    boolean isLike(Likeness other) {
        int same = 0;
        for (int i = 0; i < NUMBERS; i++) {
            same += print[i] == other.print[i] ? 1 : 0;
        }
        return same >= ALIKE;
    }

    /** SplitMix64. */
    private static long mixed(long number) {
        long mixed = number + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
