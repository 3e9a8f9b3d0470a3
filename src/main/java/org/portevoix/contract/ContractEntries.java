package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** Decides what the open data tells of contracts. */
@Singleton
public class ContractEntries implements OpenList {

    private final OpenData openData;
    private final Contracts contracts;
    private final Territory territory;
    private final ContractLines lines;
    private final Texts texts;

    ContractEntries(OpenData openData, Contracts contracts, Territory territory, ContractLines lines, Texts texts) {
        this.openData = openData;
        this.contracts = contracts;
        this.territory = territory;
        this.lines = lines;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "contracts";
    }

    /** The one of the visit alone. */
    @Override
    public OpenData.Listing<?> of(Visit visit) {
        return listing(visit.lang(), List.of(visit.contract()));
    }

    /** All of the site, in the order of their addresses. */
    OpenData.Listing<?> all(String lang) {
        return listing(lang, contracts.published());
    }

    private OpenData.Listing<ContractEntry> listing(String lang, List<Contract> all) {
        Set<String> tags = new HashSet<>(Set.of("contracts"));
        all.forEach(contract -> tags.add(contract.tag()));
        return new OpenData.Listing<>(
                ContractEntry.class,
                tags,
                null,
                all.stream().map(one -> entry(lang, one)).toList());
    }

    private ContractEntry entry(String lang, Contract contract) {
        List<ContractPhase> phases = lines.phases(contract.id());
        List<ContractLink> links = lines.links(contract.id());
        List<ContractDocument> documents = lines.documents(contract.id());
        Stream<@Nullable Long> own = Stream.of(
                contract.titleText(), contract.summaryText(), contract.telephoneHoursText(), contract.aimsText());
        List<@Nullable Long> wanted = new ArrayList<>(own.toList());
        phases.forEach(phase -> wanted.add(phase.noteText()));
        links.forEach(link -> wanted.add(link.doesText()));
        documents.forEach(document -> wanted.add(document.titleText()));
        TextsRead read = texts.read(lang, wanted.stream());
        Wording words = new Wording(read, contract.titleText());
        return new ContractEntry(
                contract.slug(),
                words.title(),
                words.language(),
                words.say("summary", contract.summaryText()),
                contract.territoryName(),
                contract.isExample(),
                word(contract.phase()),
                contract.startsOn(),
                contract.endsOn(),
                contract.languageCodes(),
                contract.telephone(),
                words.find("telephoneHours", contract.telephoneHoursText()),
                words.find("aims", contract.aimsText()),
                openData.url("/" + lang + "/" + contract.slug()),
                parts(territory.axes(contract.id(), lang)),
                parts(territory.themes(contract.id(), lang)),
                parts(territory.neighbourhoods(contract.id(), lang)),
                lines.signatories(contract.id()),
                phases.stream()
                        .map(one -> new ContractEntry.Phase(
                                one.phase().toLowerCase(Locale.ROOT),
                                one.startsOn(),
                                one.endsOn(),
                                words.find("phases.note", one.noteText())))
                        .toList(),
                links.stream()
                        .map(one -> new ContractEntry.Linked(
                                one.kind().toLowerCase(Locale.ROOT),
                                one.name(),
                                words.find("links.does", one.doesText()),
                                one.url()))
                        .toList(),
                documents.stream()
                        .map(one -> new ContractEntry.Paper(
                                one.kind().toLowerCase(Locale.ROOT),
                                words.say("documents.title", one.titleText()),
                                one.url(),
                                one.datedOn()))
                        .toList(),
                words.otherLanguages(),
                words.isStale());
    }

    private static @Nullable String word(@Nullable String word) {
        return word == null ? null : word.toLowerCase(Locale.ROOT);
    }

    private static List<ContractEntry.Part> parts(List<? extends Territory.Named<?>> named) {
        return named.stream().map(ContractEntry.Part::of).toList();
    }
}
