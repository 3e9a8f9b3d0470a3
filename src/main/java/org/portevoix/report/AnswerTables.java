package org.portevoix.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Contract;
import org.portevoix.council.CouncilTally;
import org.portevoix.followup.FollowupTally;
import org.portevoix.followup.Followups;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.moderation.AnsweredConsultations;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** Every kind of answer that the contract owes: follow-ups, questionnaires' promises, formal opinions, proposals, steps promised. */
@Singleton
class AnswerTables {
    /** The table of late answers, one by one. */
    static final String OVERDUE = "overdue";

    private static final String QUESTIONNAIRES = "questionnaires";
    private static final int DAYS = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);

    private final IndicatorTables tables;
    private final Owing owing;
    private final Messages messages;
    private final Clock clock;

    /** The rooms that owe answers. */
    @Singleton
    record Owing(
            FollowupTally tally,
            Followups followups,
            CouncilTally councils,
            Consultations consultations,
            AnsweredConsultations answered) {}

    AnswerTables(IndicatorTables tables, Owing owing, Messages messages, Clock clock) {
        this.tables = tables;
        this.owing = owing;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * An answer asked for.
     *
     * @param council that asks; null where it is none
     * @param from when its 60 days begin; null where that day isn't known, or another clock prevails
     * @param on when it was answered, null while it waits
     */
    private record Asked(
            String title,
            @Nullable String council,
            @Nullable LocalDate from,
            LocalDate by,
            @Nullable LocalDate on) {

        boolean isInTime() {
            return on != null && !on.isAfter(from == null ? by : from.plusDays(DAYS));
        }

        boolean isLateOn(LocalDate today) {
            return on == null && today.isAfter(by);
        }
    }

    /** Something that should have come by now. {@code council}: as in {@link Asked}; {@code by}: null where nobody wrote a day. */
    private record Late(
            String kind,
            String title,
            @Nullable String council,
            @Nullable LocalDate by) {}

    List<Table> of(Contract contract) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        List<Asked> questionnaires = questionnaires(contract);
        List<CouncilTally.Answer> councils = owing.councils().answers(contract);
        List<Asked> formal = asked(councils, true);
        List<Asked> proposals = asked(councils, false);
        List<Followups.Awaiting> awaiting = owing.followups().awaiting(contract);
        List<Followups.Promised> promised = owing.followups().promised(contract);
        List<Late> late = new ArrayList<>();
        awaiting.stream()
                .filter(Followups.Awaiting::isLate)
                .forEach(one -> late.add(new Late("followups", one.said(), null, one.answerBy())));
        late(late, QUESTIONNAIRES, questionnaires, today);
        late(late, "formal", formal, today);
        late(late, "proposals", proposals, today);
        promised.stream()
                .filter(Followups.Promised::isLate)
                .forEach(one -> late.add(new Late("steps", one.said(), null, one.on())));
        FollowupTally.Tally tally = owing.tally().of(contract.id(), contract.zoneId());
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "followups",
                tally.all(),
                tally.answered(),
                tally.timed(),
                tally.inTime(),
                tally.owed(),
                tally.overdue()));
        rows.add(row(QUESTIONNAIRES, questionnaires, today));
        rows.add(row("formal", formal, today));
        rows.add(row("proposals", proposals, today));
        Followups.Owed owed = owing.followups().owed(contract);
        rows.add(new Row(
                "steps",
                say("report.desk.owed.steps"),
                Kind.USUAL,
                List.of(
                        Value.nothing(),
                        Value.nothing(),
                        Value.nothing(),
                        Value.nothing(),
                        Value.count((long) owed.steps()),
                        Value.count((long) owed.lateSteps() + owed.withoutStep()))));
        return List.of(
                tables.table(
                        "owed",
                        "owed",
                        List.of("asked", "answered", "timed", "in_time", "owed", "overdue"),
                        rows,
                        null),
                overdue(late, today));
    }

    private Table overdue(List<Late> late, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        late.sort(Comparator.comparing(Late::by, Comparator.nullsFirst(Comparator.naturalOrder())));
        for (Late one : late) {
            LocalDate by = one.by();
            String council = one.council();
            rows.add(new Row(
                    one.kind() + "-" + (rows.size() + 1),
                    one.title(),
                    Kind.USUAL,
                    List.of(
                            Value.word(say("report.desk.owed." + one.kind())),
                            council == null ? Value.nothing() : Value.word(council),
                            Value.word(by == null ? say("report.desk.no_day") : DAY.format(by)),
                            by == null ? Value.nothing() : Value.count(ChronoUnit.DAYS.between(by, today)))));
        }
        return tables.table(OVERDUE, OVERDUE, List.of("kind", "council", "due", "days_late"), rows, null);
    }

    /** Each row named by its kind; questionnaires by their titles. */
    static Table withoutTitles(Table overdue) {
        int kind = overdue.column("kind");
        return overdue.with(overdue.rows().stream()
                .map(row -> row.key().startsWith(QUESTIONNAIRES)
                        ? row
                        : new Row(
                                row.key(),
                                Objects.requireNonNullElse(
                                        row.values().get(kind).text(), ""),
                                row.kind(),
                                row.values()))
                .toList());
    }

    private static void late(List<Late> late, String kind, List<Asked> asked, LocalDate today) {
        asked.stream()
                .filter(one -> one.isLateOn(today))
                .forEach(one -> late.add(new Late(kind, one.title(), one.council(), one.by())));
    }

    /** Those that are closed: until then, answers can still come. */
    private List<Asked> questionnaires(Contract contract) {
        Map<Long, LocalDate> answered = owing.answered().firstDays(contract);
        return owing.consultations().closed(List.of(contract), Set.of()).stream()
                .map(one -> new Asked(one.title().body(), null, null, one.answerBy(), answered.get(one.id())))
                .toList();
    }

    private static List<Asked> asked(List<CouncilTally.Answer> all, boolean isFormal) {
        return all.stream()
                .filter(one -> one.isFormal() == isFormal)
                .map(one -> new Asked(one.title(), one.council(), one.askedOn(), one.answerBy(), one.answeredOn()))
                .toList();
    }

    private Row row(String key, List<Asked> asked, LocalDate today) {
        long answered = asked.stream().filter(one -> one.on() != null).count();
        return row(
                key,
                asked.size(),
                answered,
                answered,
                asked.stream().filter(Asked::isInTime).count(),
                asked.size() - answered,
                asked.stream().filter(one -> one.isLateOn(today)).count());
    }

    private Row row(String key, long asked, long answered, long timed, long inTime, long owed, long overdue) {
        return new Row(
                key,
                say("report.desk.owed." + key),
                Kind.USUAL,
                List.of(
                        Value.count(asked),
                        Value.count(answered),
                        Value.count(timed),
                        Value.count(inTime),
                        Value.count(owed),
                        Value.count(overdue)));
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
