package org.portevoix.participation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An edition made of lines, without a database. */
final class SampleEdition {
    static final Instant AS_OF = Instant.parse("2027-06-30T12:00:00Z");

    private SampleEdition() {}

    static Edition of(List<LedgerLine> lines) {
        LedgerCount count = count(lines);
        return new Edition(1, SampleSubject.CONTRACT, 1, AS_OF, count.actCount(), count.headCount(), count.cells());
    }

    static LedgerCount count(List<LedgerLine> lines) {
        Map<LedgerCount.Group, long[]> sums = new HashMap<>();
        for (LedgerLine line : lines) {
            LedgerCount.Group key = new LedgerCount.Group(
                    line.kind(),
                    line.month(),
                    line.act(),
                    line.level(),
                    line.channel(),
                    line.actionSheetId() == null ? null : Long.toString(line.actionSheetId()),
                    line.home(),
                    line.isSensitive(),
                    0,
                    0);
            long[] sum = sums.computeIfAbsent(key, unused -> new long[2]);
            sum[0] += line.count();
            sum[1] += Math.abs(line.count());
        }
        List<LedgerCount.Group> groups = new ArrayList<>();
        sums.forEach((key, sum) -> groups.add(new LedgerCount.Group(
                key.kind(),
                key.month(),
                key.act(),
                key.level(),
                key.channel(),
                key.actionSheet(),
                key.home(),
                key.isSensitive(),
                sum[0],
                sum[1])));
        return new LedgerCount(groups);
    }
}
