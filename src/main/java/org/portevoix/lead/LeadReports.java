package org.portevoix.lead;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.contract.Contracts;
import org.portevoix.distress.DistressLooks;
import org.portevoix.participation.Act;
import org.portevoix.participation.Channel;
import org.portevoix.participation.Ledger;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;

/** What leads report, and the team's nod: only then does it join the sheet, the figures and what the public reads. */
@Singleton
class LeadReports {

    private final LeadReportRepository reports;
    private final SheetProgress sheets;
    private final Ledger ledger;
    private final Contracts contracts;
    private final DistressLooks distress;
    private final Clock clock;

    LeadReports(
            LeadReportRepository reports,
            SheetProgress sheets,
            Ledger ledger,
            Contracts contracts,
            DistressLooks distress,
            Clock clock) {
        this.reports = reports;
        this.sheets = sheets;
        this.ledger = ledger;
        this.contracts = contracts;
        this.distress = distress;
        this.clock = clock;
    }

    /** The same form with the same words once more is the same report. */
    @Transactional
    void receive(LeadReport report, Map<String, Integer> heads) {
        if (isReceived(report)) {
            return;
        }
        long id = Objects.requireNonNull(reports.save(report).id());
        heads.forEach((home, count) -> reports.addHeads(id, home, count));
        distress.look(
                contracts.find(report.contractId()).orElseThrow(), report.words(), "lead-report/" + id, "/pilotes");
    }

    boolean isReceived(LeadReport report) {
        return reports.countSubmission(report.submissionHash()) > 0;
    }

    /** False when somebody decided before. */
    @Transactional
    boolean accept(LeadReport report, long accountId) {
        if (!decide(report, ReportState.WAITING, ReportState.ACCEPTED, accountId, null)) {
            return false;
        }
        switch (report.kind()) {
            case PROGRESS -> {
                sheets.advance(
                        report.actionSheetId(),
                        report.happenedOn(),
                        Objects.requireNonNull(report.progress()),
                        report.outcome(),
                        report.reason(),
                        report.lever(),
                        report.note(),
                        report.adaptation());
                ledger.record(
                        LedgerLine.activity(report.contractId(), YearMonth.from(report.happenedOn()), Act.STATUS_CHANGE)
                                .phase(phase(standing(report)))
                                .actionSheet(report.actionSheetId())
                                .build());
            }
            case MEASURE ->
                sheets.measure(
                        report.actionSheetId(),
                        new SheetProgress.Reading(
                                Objects.requireNonNull(report.title()),
                                Objects.requireNonNull(report.measureKind()),
                                Objects.requireNonNullElse(report.unit(), ""),
                                report.baseline(),
                                report.target(),
                                Objects.requireNonNull(report.value()),
                                Objects.requireNonNull(report.source()),
                                report.happenedOn()));
            case HEAD_COUNT -> ledger.record(lines(report));
        }
        return true;
    }

    @Transactional
    boolean refuse(LeadReport report, String word, long accountId) {
        return decide(report, ReportState.WAITING, ReportState.REFUSED, accountId, word);
    }

    /** Heads that were accepted by mistake: each line is corrected, once. */
    @Transactional
    boolean takeBack(LeadReport report, long accountId) {
        if (report.kind() != ReportKind.HEAD_COUNT
                || !decide(report, ReportState.ACCEPTED, ReportState.TAKEN_BACK, accountId, null)) {
            return false;
        }
        lines(report).forEach(ledger::correction);
        return true;
    }

    private boolean decide(LeadReport report, ReportState from, ReportState to, long accountId, @Nullable String word) {
        return reports.decide(Objects.requireNonNull(report.id()), from, to, accountId, clock.instant(), word) == 1;
    }

    /** People who came to an activity that is in no agenda: spectators, by where they live. */
    private List<LedgerLine> lines(LeadReport report) {
        SheetProgress.Standing sheet = standing(report);
        return reports.findHeads(List.of(Objects.requireNonNull(report.id()))).stream()
                .map(heads -> LedgerLine.participation(
                                report.contractId(),
                                YearMonth.from(report.happenedOn()),
                                Act.HEAD_COUNT,
                                ParticipationLevel.SPECTATOR,
                                Channel.MEETING)
                        .phase(phase(sheet))
                        .actionSheet(report.actionSheetId())
                        .home(heads.home())
                        .sensitive(sheet.isSensitive())
                        .count(heads.heads())
                        .build())
                .toList();
    }

    private SheetProgress.Standing standing(LeadReport report) {
        return sheets.standing(report.actionSheetId()).orElseThrow();
    }

    private static @Nullable Phase phase(SheetProgress.Standing sheet) {
        return sheet.phase() == null ? null : Phase.valueOf(sheet.phase());
    }
}
