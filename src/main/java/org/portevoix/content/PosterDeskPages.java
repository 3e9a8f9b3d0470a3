package org.portevoix.content;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.poster.Posters;
import org.portevoix.web.NotFound;
import org.portevoix.web.SiteAddress;
import org.portevoix.web.SiteSettings;

/** Decides what the desk's page of posters offers. */
@Singleton
class PosterDeskPages {

    private final ContractItems items;
    private final Contracts contracts;
    private final Posters posters;
    private final Languages languages;
    private final Messages messages;
    private final SiteAddress site;
    private final SiteSettings settings;

    PosterDeskPages(
            ContractItems items,
            Contracts contracts,
            Posters posters,
            Languages languages,
            Messages messages,
            SiteAddress site,
            SiteSettings settings) {
        this.items = items;
        this.contracts = contracts;
        this.posters = posters;
        this.languages = languages;
        this.messages = messages;
        this.site = site;
        this.settings = settings;
    }

    PosterDeskPage of(HttpRequest<?> request, Contract contract, Kind kind, String slug, @Nullable String day) {
        String section = kind.section();
        ContractItem item = items.find(contract.id(), kind.list(), slug).orElseThrow(NotFound::new);
        boolean isShown = contract.isPublic() && "PUBLISHED".equals(item.state());
        String path = !isShown ? "" : posters.path(contracts.visit(Language.SOURCE, contract), section, slug, day);
        return new PosterDeskPage(
                contract.slug(),
                ContentLists.title(item),
                isShown,
                settings.url().isPresent() ? "" : site.of(request),
                isShown
                        ? languages(contract)
                                .map(language -> row(contract, language, section, slug, day))
                                .toList()
                        : List.of(),
                path);
    }

    /** The contract's own first, then all that the site speaks. */
    private Stream<Language> languages(Contract contract) {
        return Stream.concat(
                        languages.of(contract.languageCodes()).stream(),
                        languages.all().stream().filter(language -> messages.speaks(language.code())))
                .distinct();
    }

    private PosterDeskPage.Row row(
            Contract contract, Language language, String section, String slug, @Nullable String day) {
        Visit visit = contracts.visit(language.code(), contract);
        return new PosterDeskPage.Row(
                language.code(),
                language.endonym(),
                language.direction(),
                visit.address("/" + section + "/" + slug + (day == null ? "" : "/" + day)),
                posters.standing(visit, section, slug, day).name());
    }
}
