package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines as a town would write them: most on a few actions, some rare, a few taken back. */
final class SampleLines {
    static final YearMonth START = YearMonth.of(2027, 1);

    private SampleLines() {}

    static List<LedgerLine> random(SampleSubject subject, int months, int acts, long seed) {
        Random random = new Random(seed);
        List<LedgerLine> lines = new ArrayList<>();
        boolean hasHeads = random.nextBoolean();
        for (int act = 0; act < acts; act++) {
            ParticipationLevel level = ParticipationLevel.values()[skewed(random, 5)];
            LedgerLine line = LedgerLine.participation(
                            SampleSubject.CONTRACT,
                            START.plusMonths(random.nextInt(months)),
                            level == ParticipationLevel.DECIDER ? Act.SEAT : Act.OPINION,
                            level,
                            Channel.values()[skewed(random, 8)])
                    .home(home(subject, random))
                    .actionSheet(action(subject, random))
                    .sensitive(random.nextInt(40) == 0)
                    .build();
            lines.add(line);
            if (random.nextInt(30) == 0) {
                lines.add(line.corrected());
            }
        }
        if (hasHeads) {
            for (int room = 0; room < months; room++) {
                lines.add(heads(subject, random, START.plusMonths(room)));
            }
        }
        return lines;
    }

    private static LedgerLine heads(SampleSubject subject, Random random, YearMonth month) {
        return LedgerLine.participation(
                        SampleSubject.CONTRACT, month, Act.HEAD_COUNT, ParticipationLevel.SPECTATOR, Channel.MEETING)
                .home(home(subject, random))
                .actionSheet(action(subject, random))
                .count(1 + random.nextInt(60))
                .build();
    }

    private static String home(SampleSubject subject, Random random) {
        int index = skewed(random, subject.neighbourhoods().size() + 2);
        return index < subject.neighbourhoods().size()
                ? subject.neighbourhoods().get(index).slug()
                : index == subject.neighbourhoods().size() ? LedgerLine.OTHER_TOWN : LedgerLine.UNKNOWN;
    }

    private static Long action(SampleSubject subject, Random random) {
        int index = skewed(random, subject.sheets().size() + 1);
        return index < subject.sheets().size() ? subject.sheets().get(index).id() : 999_999L;
    }

    /** Small numbers often, large ones rarely. */
    private static int skewed(Random random, int bound) {
        double half = random.nextDouble();
        return (int) (bound * half * half);
    }
}
