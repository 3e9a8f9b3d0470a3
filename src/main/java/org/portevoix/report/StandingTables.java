package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portevoix.actionsheet.Judged;
import org.portevoix.actionsheet.SheetSummary;
import org.portevoix.committee.SeatTally;
import org.portevoix.contract.Contract;
import org.portevoix.contract.ContractLines;
import org.portevoix.contract.SectorCount;
import org.portevoix.contract.Territory;
import org.portevoix.followup.FollowupDecision;
import org.portevoix.followup.FollowupTally;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Evidence;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.SmallCells;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** Where the contract stands, as its other rooms tell it: answers, actions, health pathway, partners, seats. */
@Singleton
class StandingTables {
    private static final Set<String> HELD_BY_RESIDENTS = Set.of("RESIDENT", "COUNCIL");

    private final IndicatorTables tables;
    private final Messages messages;
    private final FollowupTally followups;
    private final SheetSummary sheets;
    private final Places places;

    /** What the contract and its bodies are. */
    @Singleton
    record Places(Territory territory, ContractLines lines, SeatTally seats) {}

    StandingTables(
            IndicatorTables tables, Messages messages, FollowupTally followups, SheetSummary sheets, Places places) {
        this.tables = tables;
        this.messages = messages;
        this.followups = followups;
        this.sheets = sheets;
        this.places = places;
    }

    /** @param whole the edition's figures of the whole time */
    List<Table> of(Contract contract, Evidence whole) {
        return List.of(
                answers(contract), progress(contract), pathways(contract), partners(contract), seats(contract, whole));
    }

    private Table answers(Contract contract) {
        FollowupTally.Tally tally = followups.of(contract.id(), contract.zoneId());
        List<Row> rows = new ArrayList<>();
        rows.add(one("asked", tally.all()));
        rows.add(one("answered", tally.answered()));
        rows.add(one("in_time", tally.inTime()));
        rows.add(one("due", tally.due()));
        rows.add(one("due_in_time", tally.dueInTime()));
        rows.add(one("not_due", tally.notDue()));
        rows.add(one("undated", tally.undated()));
        rows.add(one("owed", tally.owed()));
        rows.add(one("overdue", tally.overdue()));
        for (FollowupDecision decision : FollowupDecision.values()) {
            rows.add(one(
                    decision.name().toLowerCase(Locale.ROOT), tally.decided().getOrDefault(decision, 0L)));
        }
        return tables.table("answers", "measure", List.of("number"), rows, null);
    }

    private Row one(String key, long count) {
        return new Row(key, say("report.desk.answers." + key), Kind.USUAL, List.of(Value.count(count)));
    }

    private Table progress(Contract contract) {
        Map<Long, SheetSummary.Counts> byAxis = sheets.byAxis(contract.id());
        List<Row> rows = new ArrayList<>();
        places.territory().axes(contract.id(), Language.SOURCE).forEach(axis -> {
            SheetSummary.Counts counts = byAxis.get(axis.row().id());
            List<Value> values = new ArrayList<>();
            for (Judged judged : Judged.values()) {
                values.add(Value.count(counts == null ? 0L : counts.of(judged)));
            }
            values.add(Value.count(counts == null ? 0L : counts.all()));
            rows.add(new Row(axis.slug(), axis.name().body(), Kind.USUAL, values));
        });
        List<String> columns = new ArrayList<>();
        for (Judged judged : Judged.values()) {
            columns.add("judged_" + judged.name().toLowerCase(Locale.ROOT));
        }
        columns.add("all_sheets");
        return tables.table("progress", "axis", columns, rows, null);
    }

    private Table pathways(Contract contract) {
        List<Row> rows = new ArrayList<>();
        sheets.byPathway(contract.id())
                .forEach((word, count) -> rows.add(
                        new Row(word, say("actionsheet.pathway." + word), Kind.USUAL, List.of(Value.count(count)))));
        rows.add(new Row(
                "none",
                say("report.desk.no_pathway"),
                Kind.UNKNOWN,
                List.of(Value.count(sheets.withoutPathway(contract.id())))));
        return tables.table("pathways", "pathway", List.of("all_sheets"), rows, null);
    }

    private Table partners(Contract contract) {
        List<Row> rows = new ArrayList<>();
        for (SectorCount sector : places.lines().partners(contract.id())) {
            rows.add(new Row(
                    sector.sector(),
                    say("contract.sector." + sector.sector()),
                    Kind.USUAL,
                    List.of(Value.count(sector.partners()), Value.count(sector.conventions()))));
        }
        return tables.table("partners", "sector", List.of("partners", "conventions"), rows, null);
    }

    private Table seats(Contract contract, Evidence whole) {
        List<Row> rows = new ArrayList<>();
        places.seats()
                .of(contract.id())
                .forEach((holder, tally) -> rows.add(new Row(
                        holder,
                        say("committee.desk.holder." + holder),
                        Kind.USUAL,
                        List.of(
                                Value.count(tally.seats()),
                                Value.count(tally.expected()),
                                occupied(holder, tally, whole)))));
        return tables.table("seats", "holder", List.of("seats", "expected", "occupied"), rows, null);
    }

    /**
     * How often residents sat there is a participation, and told as such: where their level shows, and never so exactly that two
     * readings would tell who came to a meeting.
     */
    private Value occupied(String holder, SeatTally.Tally tally, Evidence whole) {
        if (!HELD_BY_RESIDENTS.contains(holder) || tally.expected() == 0) {
            return Value.count(tally.occupied());
        }
        long least = tally.occupied() - tally.occupied() % SmallCells.MINIMUM;
        boolean isLevelShown = whole.number() > 0
                && !whole.figure(Cut.LEVEL, ParticipationLevel.DECIDER.key()).isHidden();
        return least == 0 || !isLevelShown
                ? Value.hidden()
                : Value.word(messages.say(Language.SOURCE, "report.desk.at_least", Map.of("count", least)));
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
