package org.portevoix.home;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.committee.ContractSteps;
import org.portevoix.committee.Gatherings;
import org.portevoix.contract.Contract;
import org.portevoix.contract.ContractDocument;
import org.portevoix.contract.ContractLines;
import org.portevoix.contract.ContractLink;
import org.portevoix.contract.ContractPhase;
import org.portevoix.contract.Territory;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.Page;

/** Decides what the contract's own page shows. */
@Singleton
class ContractPages {

    private final ContractLines lines;
    private final ContractTimeline timeline;
    private final ContractResults results;
    private final ContractSteps approval;
    private final Gatherings gatherings;
    private final Territory territory;
    private final Texts texts;
    private final Messages messages;
    private final Calendar calendar;
    private final Clock clock;

    ContractPages(
            ContractLines lines,
            ContractTimeline timeline,
            ContractResults results,
            ContractSteps approval,
            Gatherings gatherings,
            Territory territory,
            Texts texts,
            Messages messages,
            Calendar calendar,
            Clock clock) {
        this.lines = lines;
        this.timeline = timeline;
        this.results = results;
        this.approval = approval;
        this.gatherings = gatherings;
        this.territory = territory;
        this.texts = texts;
        this.messages = messages;
        this.calendar = calendar;
        this.clock = clock;
    }

    Page show(Visit visit) {
        long id = visit.contractId();
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        return new Page(
                "home/contract",
                visit.layout(messages.say(visit.lang(), "home.contract.title"), "/contrat", ""),
                page(visit, today),
                Set.of(visit.contract().tag(), ActionSheets.listTag(id), Gatherings.listTag(id)),
                today.plusDays(1).atStartOfDay(visit.zone()).toInstant());
    }

    private ContractPage page(Visit visit, LocalDate today) {
        Contract contract = visit.contract();
        List<ContractPhase> phases = lines.phases(contract.id());
        List<ContractLink> links = lines.links(contract.id());
        List<ContractDocument> documents = lines.documents(contract.id());
        TextsRead read = texts.read(
                visit.lang(),
                Stream.of(
                                Stream.of(contract.titleText(), contract.summaryText()),
                                phases.stream().map(ContractPhase::noteText),
                                links.stream().map(ContractLink::doesText),
                                documents.stream().map(ContractDocument::titleText))
                        .flatMap(ids -> ids));
        return new ContractPage(
                read.get(contract.titleText()),
                read.get(contract.summaryText()),
                contract.territoryName(),
                territory.neighbourhoods(contract.id(), visit.lang()).stream()
                        .map(Territory.Named::name)
                        .toList(),
                day(visit, contract.startsOn()),
                day(visit, contract.endsOn()),
                lines.signatories(contract.id()),
                timeline.of(visit, phases, read, today),
                approval.of(contract.id(), visit.lang()),
                results.of(visit),
                gatherings.of(visit),
                links.stream()
                        .map(link ->
                                new ContractPage.Link(link.kind(), link.name(), read.find(link.doesText()), link.url()))
                        .toList(),
                documents.stream()
                        .map(one -> new ContractPage.Document(
                                one.kind(), read.get(one.titleText()), one.url(), day(visit, one.datedOn())))
                        .toList(),
                lines.partners(contract.id()),
                contract.hasStrategy(),
                contract.hasDiagnosis(),
                read.hasFallback(),
                read.hasStale());
    }

    private @Nullable String day(Visit visit, @Nullable LocalDate day) {
        return day == null ? null : calendar.fullDay(visit.lang(), day);
    }
}
