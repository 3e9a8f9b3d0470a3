package org.portevoix.pack;

import org.portevoix.report.Report;

/** For whom a file of the pack is: the committee alone sees the split by priority area. */
enum Audience {
    COMMITTEE,
    EVERYONE;

    /** What they may read of the committee's pack. */
    Pack of(Pack pack) {
        if (this == COMMITTEE) {
            return pack;
        }
        Report whole = pack.report();
        return new Pack(
                new Report(
                        whole.contract(),
                        whole.territory(),
                        whole.period(),
                        whole.previous(),
                        whole.periods(),
                        whole.edition(),
                        whole.asOf(),
                        whole.tables().stream()
                                .filter(table -> !table.isForCommittee())
                                .toList(),
                        whole.curve()),
                pack.title(),
                pack.madeAt(),
                pack.zone(),
                pack.version(),
                pack.toDecide(),
                pack.voices(),
                pack.firsts(),
                pack.due(),
                pack.standings(),
                pack.changes().stream()
                        .filter(change -> whole.tables().stream()
                                .noneMatch(table ->
                                        table.isForCommittee() && table.title().equals(change.table())))
                        .toList());
    }
}
