package org.portevoix.contract;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Wording;

/** The contracts of the site as open data. */
@Controller("/api/v1/contracts")
class ContractDataController {

    private final OpenData openData;
    private final Contracts contracts;
    private final Territory territory;
    private final Texts texts;
    private final Messages messages;

    ContractDataController(
            OpenData openData, Contracts contracts, Territory territory, Texts texts, Messages messages) {
        this.openData = openData;
        this.contracts = contracts;
        this.territory = territory;
        this.texts = texts;
        this.messages = messages;
    }

    /** In the order of their addresses. */
    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return openData.list(request, (String lang) -> {
            List<Contract> all = contracts.published();
            Set<String> tags = new HashSet<>(Set.of("contracts"));
            all.forEach(contract -> tags.add(contract.tag()));
            return new OpenData.Listing<>(ContractEntry.class, tags, null, entries(lang, all));
        });
    }

    /** From any list of the open data. */
    @Error(global = true, exception = OpenData.UnknownLanguage.class)
    HttpResponse<?> refused() {
        return HttpResponse.badRequest(
                Map.of("error", messages.say(Language.SOURCE, "contract.data.unknown_language")));
    }

    private List<ContractEntry> entries(String lang, List<Contract> all) {
        TextsRead read = texts.read(
                lang,
                all.stream()
                        .flatMap(one -> Stream.of(
                                one.titleText(), one.summaryText(), one.telephoneHoursText(), one.aimsText())));
        return all.stream()
                .map(one -> entry(lang, one, new Wording(read, one.titleText())))
                .toList();
    }

    private ContractEntry entry(String lang, Contract contract, Wording words) {
        return new ContractEntry(
                contract.slug(),
                words.title(),
                words.language(),
                words.say("summary", contract.summaryText()),
                contract.territoryName(),
                contract.isExample(),
                contract.phase() == null ? null : contract.phase().toLowerCase(Locale.ROOT),
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
                words.otherLanguages(),
                words.isStale());
    }

    private static List<ContractEntry.Part> parts(List<? extends Territory.Named<?>> named) {
        return named.stream().map(ContractEntry.Part::of).toList();
    }
}
