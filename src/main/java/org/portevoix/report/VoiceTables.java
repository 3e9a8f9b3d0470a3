package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.committee.PartnerAttendance;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Partner;
import org.portevoix.contract.Territory;
import org.portevoix.council.CouncilTally;
import org.portevoix.effect.AdoptionTally;
import org.portevoix.followup.Followups.Came;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Period;
import org.portevoix.participation.Share;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Unit;
import org.portevoix.report.Report.Value;

/** Who was heard and who came: what was adopted of what was proposed, by council and action; which partners sat. */
@Singleton
class VoiceTables {
    private static final double PERCENT = 100;
    private static final List<String> COLUMNS =
            List.of("proposed", "decided", "adopted", "partly", "refused", "waiting");

    private final IndicatorTables tables;
    private final CouncilTally councils;
    private final AdoptionTally adoptions;
    private final Partners partners;
    private final Messages messages;

    /** Who the partners are, and who came. */
    @Singleton
    record Partners(Territory territory, PartnerAttendance attendance) {}

    VoiceTables(
            IndicatorTables tables,
            CouncilTally councils,
            AdoptionTally adoptions,
            Partners partners,
            Messages messages) {
        this.tables = tables;
        this.councils = councils;
        this.adoptions = adoptions;
        this.partners = partners;
        this.messages = messages;
    }

    List<Table> of(Contract contract, Period period) {
        return List.of(byCouncil(contract), byAction(contract), presence(contract, period));
    }

    private Table byCouncil(Contract contract) {
        List<Row> rows = new ArrayList<>();
        for (CouncilTally.Adopted council : councils.adopted(contract)) {
            long adopted = council.of(Came.ACCEPTED) + council.of(Came.DONE);
            List<Value> values = new ArrayList<>(List.of(Value.count(council.formal())));
            values.addAll(adoption(
                    council.proposed(),
                    adopted,
                    council.of(Came.PARTLY),
                    council.of(Came.REFUSED),
                    council.of(Came.WAITING)));
            rows.add(new Row(council.slug(), council.council(), Kind.USUAL, values));
        }
        List<String> columns = new ArrayList<>(List.of("formal"));
        columns.addAll(COLUMNS);
        return tables.table("adopted_councils", "council", columns, rows, null);
    }

    private Table byAction(Contract contract) {
        List<Row> rows = new ArrayList<>();
        for (AdoptionTally.Line line : adoptions.byAction(contract)) {
            String title = line.title();
            List<Value> values = new ArrayList<>(
                    adoption(line.proposed(), line.adopted(), line.partly(), line.refused(), line.waiting()));
            values.add(Value.count(line.done()));
            rows.add(new Row(
                    title == null ? "none" : line.slug(),
                    title == null ? say("report.desk.no_action") : title,
                    title == null ? Kind.UNKNOWN : Kind.USUAL,
                    values));
        }
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add("done");
        return tables.table("adopted_actions", "action", columns, rows, null);
    }

    private static List<Value> adoption(long proposed, long adopted, long partly, long refused, long waiting) {
        return List.of(
                Value.count(proposed),
                Value.count(proposed - waiting),
                Value.count(adopted),
                Value.count(partly),
                Value.count(refused),
                Value.count(waiting));
    }

    /** The seats of partners and institutions, by sector and name; then partners who signed a convention and have no seat. */
    private Table presence(Contract contract, Period period) {
        Map<Long, Partner> byId = new HashMap<>();
        List<Partner> all = partners.territory().partnersOf(contract.id());
        all.forEach(one -> byId.put(one.id(), one));
        Map<Long, Partner> without = new HashMap<>(byId);
        List<Row> rows = new ArrayList<>();
        for (PartnerAttendance.Line seat : partners.attendance()
                .of(contract.id(), period.isWhole() ? null : period.first(), period.isWhole() ? null : period.last())) {
            Long id = seat.partnerId();
            Partner partner = id == null ? null : byId.get(id);
            if (partner != null) {
                without.remove(partner.id());
            }
            rows.add(new Row(
                    "seat-" + seat.seatId(),
                    partner == null ? seat.label() : partner.name(),
                    Kind.USUAL,
                    List.of(
                            Value.word(
                                    partner == null
                                            ? say("committee.desk.holder." + seat.holder())
                                            : say("contract.sector." + partner.sector())),
                            Value.word(convention(partner)),
                            Value.word(seat.body()),
                            Value.count(seat.expected()),
                            Value.count(seat.occupied()),
                            Share.of(seat.occupied(), seat.expected())
                                    .map(share -> Value.number(PERCENT * share.value(), Unit.PERCENT))
                                    .orElse(Value.nothing()))));
        }
        all.stream()
                .filter(one -> one.hasConvention() && without.containsKey(one.id()))
                .forEach(one -> rows.add(new Row(
                        one.slug().toLowerCase(Locale.ROOT),
                        one.name(),
                        Kind.USUAL,
                        List.of(
                                Value.word(say("contract.sector." + one.sector())),
                                Value.word(convention(one)),
                                Value.word(say("report.desk.no_seat")),
                                Value.count(0L),
                                Value.count(0L),
                                Value.nothing()))));
        return tables.table(
                "presence",
                "partner",
                List.of("sector", "convention", "body", "expected", "occupied", "share"),
                rows,
                null);
    }

    private String convention(@Nullable Partner partner) {
        return partner == null ? "" : say(partner.hasConvention() ? "report.desk.yes" : "report.desk.no");
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
