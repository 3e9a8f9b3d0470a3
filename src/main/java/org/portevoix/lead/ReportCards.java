package org.portevoix.lead;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Territory;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** Reports as their lead and the team read them. */
@Singleton
class ReportCards {

    private final LeadReportRepository reports;
    private final ActionSheets sheets;
    private final Territory territory;
    private final Calendar calendar;
    private final Messages messages;

    ReportCards(
            LeadReportRepository reports,
            ActionSheets sheets,
            Territory territory,
            Calendar calendar,
            Messages messages) {
        this.reports = reports;
        this.sheets = sheets;
        this.territory = territory;
        this.calendar = calendar;
        this.messages = messages;
    }

    List<Card> of(Contract contract, List<LeadReport> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Long> ids =
                found.stream().map(one -> Objects.requireNonNull(one.id())).toList();
        Map<Long, List<Heads>> heads = reports.findHeads(ids).stream().collect(Collectors.groupingBy(Heads::reportId));
        Map<String, String> homes = territory.neighbourhoods(contract.id(), Language.SOURCE).stream()
                .collect(Collectors.toMap(
                        Territory.Named::slug, one -> one.name().body()));
        Map<Long, ActionSheets.Link> titles = sheets.links(
                Language.SOURCE,
                found.stream().map(LeadReport::actionSheetId).distinct().toList());
        return found.stream()
                .map(report -> card(
                        contract,
                        report,
                        titles.get(report.actionSheetId()),
                        heads.getOrDefault(report.id(), List.of()),
                        homes))
                .toList();
    }

    private Card card(
            Contract contract,
            LeadReport report,
            ActionSheets.@Nullable Link sheet,
            List<Heads> heads,
            Map<String, String> homes) {
        return new Card(
                Objects.requireNonNull(report.id()),
                sheet == null ? "" : sheet.title().body(),
                report.kind(),
                report.state(),
                calendar.day(
                        Language.SOURCE,
                        report.sentAt().atZone(contract.zoneId()).toLocalDate()),
                calendar.day(Language.SOURCE, report.happenedOn()),
                report.progress(),
                report.outcome(),
                report.reason(),
                report.lever(),
                report.title(),
                report.measureKind(),
                report.unit(),
                plain(report.baseline()),
                plain(report.target()),
                plain(report.value()),
                report.source(),
                report.note(),
                report.adaptation(),
                heads.stream()
                        .map(one -> new Counted(
                                homes.containsKey(one.home())
                                        ? Objects.requireNonNull(homes.get(one.home()))
                                        : messages.say(Language.SOURCE, "consultation.home." + one.home()),
                                one.heads()))
                        .toList(),
                heads.stream().mapToInt(Heads::heads).sum(),
                report.word());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** A report, whatever its kind: what it does not say is null. */
    record Card(
            long id,
            String sheet,
            ReportKind kind,
            ReportState state,
            String sentOn,
            String day,
            @Nullable String progress,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String lever,
            @Nullable String title,
            @Nullable String measureKind,
            @Nullable String unit,
            @Nullable String baseline,
            @Nullable String target,
            @Nullable String value,
            @Nullable String source,
            @Nullable String note,
            @Nullable String adaptation,
            List<Counted> heads,
            int total,
            @Nullable String word) {

        boolean isProgress() {
            return kind == ReportKind.PROGRESS;
        }

        boolean isMeasure() {
            return kind == ReportKind.MEASURE;
        }

        boolean isHeadCount() {
            return kind == ReportKind.HEAD_COUNT;
        }

        boolean isTakeable() {
            return isHeadCount() && state == ReportState.ACCEPTED;
        }
    }

    record Counted(String name, int heads) {}
}
