package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;

/** Decides what the legal pages show: the same words for the whole site, and who answers for each contract. */
@Singleton
class LegalPages {

    /** Of the declaration of accessibility; to be changed with its words (RGAA 4.1.2: good for three years at most). */
    static final LocalDate DECLARED_ON = LocalDate.of(2026, 11, 22);

    private final Contracts contracts;
    private final Languages languages;
    private final Messages messages;
    private final Calendar calendar;
    private final DataTerms terms;

    LegalPages(Contracts contracts, Languages languages, Messages messages, Calendar calendar, DataTerms terms) {
        this.contracts = contracts;
        this.languages = languages;
        this.messages = messages;
        this.calendar = calendar;
        this.terms = terms;
    }

    /**
     * NotFound when no such language is known.
     *
     * @param name of its template and of its messages
     */
    Page page(String lang, String name, String path) {
        List<Contract> all = contracts.published();
        var content = new LegalPage(
                all.stream().map(LegalMention::of).toList(), all.size() > 1, calendar.fullDay(lang, DECLARED_ON));
        return page(lang, name, path, all, content);
    }

    /** NotFound when no such language is known. Terms that all contracts share are told once. */
    Page data(String lang) {
        List<Contract> all = contracts.all();
        List<DataTerms.Term> usual = terms.of(all.isEmpty() ? 0 : all.getFirst().id());
        var content = new DataPage(
                all.stream().map(LegalMention::of).toList(),
                all.size() > 1,
                said(lang, usual),
                all.stream()
                        .filter(contract -> !terms.of(contract.id()).equals(usual))
                        .map(contract ->
                                new DataPage.OfTown(contract.territoryName(), said(lang, terms.of(contract.id()))))
                        .toList());
        return page(lang, "data", "/donnees-personnelles", all, content);
    }

    private List<DataPage.Said> said(String lang, List<DataTerms.Term> terms) {
        return terms.stream()
                .map(one -> new DataPage.Said(
                        one.kind(),
                        one.term().toTotalMonths() > 0
                                ? messages.say(
                                        lang,
                                        "retention.months",
                                        Map.of("n", one.term().toTotalMonths()))
                                : messages.say(
                                        lang,
                                        "retention.days",
                                        Map.of("n", one.term().getDays()))))
                .toList();
    }

    Page siteMap(String lang) {
        List<Contract> all = contracts.published();
        List<String> codes = all.stream()
                .flatMap(contract -> contract.languageCodes().stream())
                .distinct()
                .toList();
        var content = new SiteMapPage(
                all.stream()
                        .map(contract ->
                                new SiteMapPage.Place("/" + lang + "/" + contract.slug(), contract.territoryName()))
                        .toList(),
                languages.of(codes));
        return page(lang, "sitemap", "/plan-du-site", all, content);
    }

    private Page page(String lang, String name, String path, List<Contract> all, Object content) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        String title = messages.say(lang, "contract.legal." + name + ".title");
        var heading = contracts.find("", language).orElse(null);
        return new Page("contract/legal/" + name, new Layout(title, language, path, "", heading), content, tags(all));
    }

    private static Set<String> tags(List<Contract> all) {
        Set<String> tags = new HashSet<>();
        tags.add("contracts");
        all.forEach(contract -> tags.add(contract.tag()));
        return tags;
    }
}
