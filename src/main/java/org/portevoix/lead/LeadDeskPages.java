package org.portevoix.lead;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.contract.Contract;
import org.portevoix.contract.OpenData;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.web.FormKeys;

/** Decides what the desk shows of leads. */
@Singleton
class LeadDeskPages {

    private final SheetProgress sheets;
    private final LeadLinkRepository links;
    private final LeadReportRepository reports;
    private final ReportCards cards;
    private final Calendar calendar;
    private final OpenData openData;
    private final FormKeys formKeys;
    private final Clock clock;
    private final DeskPages pages;

    LeadDeskPages(
            SheetProgress sheets,
            LeadLinkRepository links,
            LeadReportRepository reports,
            ReportCards cards,
            Calendar calendar,
            OpenData openData,
            FormKeys formKeys,
            Clock clock,
            DeskPages pages) {
        this.sheets = sheets;
        this.links = links;
        this.reports = reports;
        this.cards = cards;
        this.calendar = calendar;
        this.openData = openData;
        this.formKeys = formKeys;
        this.clock = clock;
        this.pages = pages;
    }

    List<SheetProgress.Led> sheets(Contract contract) {
        return sheets.led(contract.id());
    }

    /** {@code token}: of the link that was just made, or null. */
    HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            LeadForm form,
            Map<String, String> errors,
            String done,
            @Nullable String token) {
        List<SheetProgress.Led> all = sheets(contract);
        Map<Long, String> titles =
                all.stream().collect(Collectors.toMap(SheetProgress.Led::id, SheetProgress.Led::title));
        Instant now = clock.instant();
        return pages.show(
                desk,
                contract,
                status,
                "lead/desk",
                "lead.desk.list.title",
                "leads",
                new LeadDeskPage(
                        contract.slug(),
                        cards.of(contract, reports.findWaiting(contract.id())),
                        cards.of(contract, reports.findDecided(contract.id())),
                        links.findByContract(contract.id()).stream()
                                .map(link -> new LinkRow(
                                        link.id(),
                                        titles.getOrDefault(link.actionSheetId(), ""),
                                        link.holder(),
                                        day(contract, link.createdAt()),
                                        day(contract, link.expiresAt()),
                                        link.lastUsedAt() == null ? "" : day(contract, link.lastUsedAt()),
                                        link.revokedAt() != null,
                                        link.isGood(now)))
                                .toList(),
                        all.stream()
                                .map(one -> new SheetChoice(
                                        one.id(),
                                        one.title(),
                                        one.lead(),
                                        String.valueOf(one.id()).equals(form.get("sheet"))))
                                .toList(),
                        form.typed(),
                        formKeys.next(),
                        token == null ? null : openData.url("/pilote/" + token),
                        done,
                        errors));
    }

    private String day(Contract contract, Instant at) {
        return calendar.day(Language.SOURCE, at.atZone(contract.zoneId()).toLocalDate());
    }

    /**
     * The desk's page of leads.
     *
     * @param fresh the address of the link that was just made, or null
     */
    record LeadDeskPage(
            String contract,
            List<ReportCards.Card> waiting,
            List<ReportCards.Card> decided,
            List<LinkRow> links,
            List<SheetChoice> sheets,
            Map<String, String> typed,
            String key,
            @Nullable String fresh,
            String done,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /** @param lastUsed day in words, or "" */
    record LinkRow(
            long id,
            String sheet,
            String holder,
            String made,
            String expires,
            String lastUsed,
            boolean isRevoked,
            boolean isGood) {}

    record SheetChoice(long id, String title, String lead, boolean isChosen) {}
}
