package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.contract.Contract;
import org.portevoix.participation.Period;
import org.portevoix.sense.FirstThemes;

/** What the other rooms tell the pack: what residents put first, what is due, where the actions stand. */
@Singleton
class PackFacts {
    private final FirstThemes firsts;
    private final KeptFollowups followups;
    private final SheetProgress sheets;
    private final PackWords words;

    PackFacts(FirstThemes firsts, KeptFollowups followups, SheetProgress sheets, PackWords words) {
        this.firsts = firsts;
        this.followups = followups;
        this.sheets = sheets;
        this.words = words;
    }

    /** What residents put first, as the report on screen says it. */
    List<Pack.First> firsts(Contract contract, Period period) {
        return firsts.of(contract.id(), period).stream()
                .map(first -> new Pack.First(first.name(), first.atLeast()))
                .toList();
    }

    /** Answers that are owed, then what was accepted and promised for a day; the soonest first. */
    List<Pack.Due> due(Contract contract) {
        List<Pack.Due> due = new ArrayList<>();
        followups
                .awaiting(contract)
                .forEach(one -> due.add(new Pack.Due(
                        "answer/" + one.slug(),
                        one.said(),
                        words.say("pack.desk.who." + one.decides().name()),
                        one.answerBy(),
                        one.isLate())));
        followups.promised(contract).forEach(one -> {
            LocalDate on = one.on();
            if (on != null) {
                String next = one.next();
                due.add(new Pack.Due(
                        "step/" + one.slug(),
                        next == null ? one.said() : next,
                        words.say("pack.desk.who.STEP"),
                        on,
                        one.isLate()));
            }
        });
        due.sort(Comparator.comparing(Pack.Due::by));
        return List.copyOf(due);
    }

    List<Pack.Standing> standings(Contract contract) {
        return sheets.stood(contract.id()).stream()
                .map(sheet -> new Pack.Standing(
                        sheet.slug(),
                        sheet.axis(),
                        sheet.title(),
                        words.say("actionsheet.progress." + sheet.progress()),
                        sheet.outcome() == null ? "" : words.say("actionsheet.outcome." + sheet.outcome()),
                        sheet.reason() == null ? null : words.say("actionsheet.reason." + sheet.reason())))
                .toList();
    }
}
