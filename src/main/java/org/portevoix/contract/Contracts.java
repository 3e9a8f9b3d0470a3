package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Texts;
import org.portevoix.web.Headings;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;

/** The contracts of this site. */
@Singleton
public class Contracts implements Headings {

    private final ContractRepository contracts;
    private final Languages languages;
    private final Texts texts;

    Contracts(ContractRepository contracts, Languages languages, Texts texts) {
        this.contracts = contracts;
        this.languages = languages;
        this.texts = texts;
    }

    /** Those that residents may read, in the order of their addresses. */
    public List<Contract> published() {
        return all().stream().filter(Contract::isPublic).toList();
    }

    /** In the order of their addresses, those that are prepared and those that are over included. */
    public List<Contract> all() {
        return contracts.findAllOrderBySlug();
    }

    public Optional<Contract> find(String slug) {
        return contracts.findBySlug(slug);
    }

    public Optional<Contract> find(long id) {
        return contracts.findById(id);
    }

    /** NotFound when no such contract is here or no such language is known. */
    public Visit visit(String lang, String slug) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        Contract contract =
                contracts.findBySlug(slug).filter(Contract::isPublic).orElseThrow(NotFound::new);
        return new Visit(contract, language, heading(contract, language));
    }

    /** The same where it may be prepared or over: for the team, and for who holds a receipt. */
    public Visit visit(String lang, Contract contract) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return new Visit(contract, language, heading(contract, language));
    }

    @Override
    public Optional<Layout.ContractHeading> find(String contractSlug, Language language) {
        if (!contractSlug.isEmpty()) {
            return contracts
                    .findBySlug(contractSlug)
                    .filter(Contract::isPublic)
                    .map(contract -> heading(contract, language));
        }
        List<Contract> all = published();
        return all.size() == 1 ? Optional.of(heading(all.getFirst(), language)) : Optional.empty();
    }

    private Layout.ContractHeading heading(Contract contract, Language language) {
        return new Layout.ContractHeading(
                contract.slug(),
                "/" + language.code() + "/" + contract.slug(),
                contract.territoryName(),
                contract.telephone(),
                texts.read(language.code(), contract.telephoneHoursText()).find(contract.telephoneHoursText()),
                contract.isExample(),
                languages.of(contract.languageCodes()));
    }
}
