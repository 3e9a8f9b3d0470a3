package org.portevoix.home;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.Translated;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;
import org.portevoix.web.Pages;

/** The first pages: the language, the contracts of the site, the home of one. */
@Controller
class HomeController {

    private final Contracts contracts;
    private final HomePages homes;
    private final Languages languages;
    private final Messages messages;
    private final Texts texts;
    private final Pages pages;

    HomeController(
            Contracts contracts, HomePages homes, Languages languages, Messages messages, Texts texts, Pages pages) {
        this.contracts = contracts;
        this.homes = homes;
        this.languages = languages;
        this.messages = messages;
        this.texts = texts;
        this.pages = pages;
    }

    @Get("/")
    HttpResponse<?> root(HttpRequest<?> request) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        Language language = accepted == null ? languages.source() : languages.preferred(accepted, messages::speaks);
        return HttpResponse.temporaryRedirect(URI.create("/" + language.code()))
                .header(HttpHeaders.VARY, "Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    /** The contracts of this site; the only one's home, in place. */
    @Get("/{lang}")
    HttpResponse<?> site(HttpRequest<?> request, String lang) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return pages.show(request, () -> {
            List<Contract> all = contracts.published();
            return all.size() == 1
                    ? homes.home(contracts.visit(lang, all.getFirst().slug()))
                    : all(language, all);
        });
    }

    @Get("/{lang}/{contract}")
    HttpResponse<?> home(HttpRequest<?> request, String lang, String contract) {
        return pages.show(request, () -> homes.home(contracts.visit(lang, contract)));
    }

    private Page all(Language language, List<Contract> all) {
        var read = texts.read(
                language.code(), all.stream().flatMap(one -> List.of(one.titleText(), one.summaryText()).stream()));
        Set<String> tags = new HashSet<>(Set.of("contracts"));
        all.forEach(one -> tags.add(one.tag()));
        return new Page(
                "home/contracts",
                new Layout(messages.say(language.code(), "home.contracts.title"), language, "", "", null),
                new ContractsPage(all.stream()
                        .map(one -> new Card(
                                one.slug(),
                                one.territoryName(),
                                read.get(one.titleText()),
                                read.get(one.summaryText()).firstSentences(1)))
                        .toList()),
                tags);
    }

    /** The contracts of the site. */
    record ContractsPage(List<Card> contracts) {}

    /** One contract in their list. */
    record Card(String slug, String territory, Translated title, Translated summary) {}
}
