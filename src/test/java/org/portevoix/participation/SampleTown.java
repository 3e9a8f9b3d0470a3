package org.portevoix.participation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an act can be, in a town of few sorts of acts: each attribute has two values, or one in half of the towns. */
record SampleTown(List<LedgerLine> sorts) {

    static SampleTown drawn(Random random) {
        List<LedgerLine> sorts = new ArrayList<>();
        int months = 1 + random.nextInt(3);
        int ages = 1 + random.nextInt(3);
        int actions = 1 + random.nextInt(2);
        int homes = 1 + random.nextInt(3);
        int first = random.nextInt(2);
        int phases = 1 + random.nextInt(2);
        int channels = 1 + random.nextInt(2);
        for (int month = 0; month < months; month++) {
            for (int level = 0; level < 2; level++) {
                for (int age = 0; age < ages; age++) {
                    for (int action = 0; action < actions; action++) {
                        for (int home = 0; home < homes; home++) {
                            for (int time = 0; time <= first; time++) {
                                for (int phase = 0; phase < (time == 0 ? phases : 1); phase++) {
                                    for (int way = 0; way < (age == 0 ? channels : 1); way++) {
                                        sorts.add(line(
                                                month,
                                                level,
                                                age,
                                                action,
                                                home,
                                                first == 0,
                                                time == 1,
                                                phase,
                                                Channel.values()[way]));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return new SampleTown(sorts);
    }

    /** The same town, of which nothing is told but what the public page cuts by. */
    SampleTown inPublic() {
        return new SampleTown(sorts.stream()
                .map(line -> open(line).build())
                .collect(Collectors.toMap(SampleTown::told, line -> line, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList());
    }

    /**
     * The same with what the public page lists and nobody ever did here: a reader can't know that nobody did. Each sort comes
     * again from another town, of no action, by another channel and at another level.
     */
    SampleTown withWhatNeverCame() {
        List<LedgerLine> all = new ArrayList<>(sorts);
        for (LedgerLine line : sorts) {
            all.add(open(line).home(LedgerLine.OTHER_TOWN).build());
            all.add(open(line).actionSheet(null).build());
            all.add(open(line, ParticipationLevel.ACTOR, line.channel()).build());
            all.add(open(line, line.level(), Channel.PHONE).build());
        }
        return new SampleTown(all.stream()
                .collect(Collectors.toMap(SampleTown::told, line -> line, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList());
    }

    private static List<Object> told(LedgerLine line) {
        return List.of(
                line.month(),
                Objects.requireNonNull(line.level()),
                Objects.requireNonNull(line.channel()),
                Objects.requireNonNullElse(line.home(), ""),
                Objects.requireNonNullElse(line.actionSheetId(), 0L));
    }

    private static LedgerLine.Builder open(LedgerLine line) {
        return open(line, line.level(), line.channel());
    }

    private static LedgerLine.Builder open(
            LedgerLine line, @Nullable ParticipationLevel level, @Nullable Channel channel) {
        return LedgerLine.participation(
                        SampleSubject.CONTRACT,
                        line.month(),
                        Act.OPINION,
                        Objects.requireNonNull(level),
                        Objects.requireNonNull(channel))
                .actionSheet(line.actionSheetId())
                .home(line.home());
    }

    private static LedgerLine line(
            int month,
            int level,
            int age,
            int action,
            int home,
            boolean isUnsaid,
            boolean isFirst,
            int phase,
            Channel channel) {
        return LedgerLine.participation(
                        SampleSubject.CONTRACT,
                        YearMonth.of(2027, 5 + month),
                        Act.OPINION,
                        ParticipationLevel.values()[level],
                        channel)
                .ageBand(age == 0 ? null : age == 1 ? "20-39" : "75+")
                .actionSheet(SampleFigures.SUBJECT.sheets().get(action).id())
                .home(
                        home == 2
                                ? null
                                : SampleFigures.SUBJECT
                                        .neighbourhoods()
                                        .get(home)
                                        .slug())
                .firstTime(isUnsaid ? null : isFirst)
                .phase(Phase.values()[phase])
                .build();
    }
}
