package org.portevoix.glossary;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Set;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Messages;
import org.portevoix.language.Translated;
import org.portevoix.web.ExplainedWord;
import org.portevoix.web.Page;
import org.portevoix.web.Pages;
import org.portevoix.web.Paging;

/** The glossary of a contract. Each word has an address of its own: mots#cpts. */
@Controller("/{lang}/{contract}/mots")
class GlossaryController {
    private static final int PAGE_SIZE = 30;

    private final Contracts contracts;
    private final Glossary glossary;
    private final Messages messages;
    private final Pages pages;

    GlossaryController(Contracts contracts, Glossary glossary, Messages messages, Pages pages) {
        this.contracts = contracts;
        this.glossary = glossary;
        this.messages = messages;
        this.pages = pages;
    }

    @Get("{?page}")
    HttpResponse<?> list(
            HttpRequest<?> request, String lang, String contract, @QueryValue(defaultValue = "1") int page) {
        return pages.show(request, () -> list(contracts.visit(lang, contract), page));
    }

    private Page list(Visit visit, int number) {
        List<ExplainedWord> words = glossary.of(visit.contract().slug(), visit.lang());
        return new Page(
                "glossary/list",
                visit.layout(messages.say(visit.lang(), "glossary.list.title"), "/mots", ""),
                new GlossaryPage(Paging.of(
                        number,
                        PAGE_SIZE,
                        (count, skip) -> words.stream().skip(skip).limit(count).toList())),
                Set.of(visit.contract().tag()));
    }

    /** Words by their alphabet. */
    record GlossaryPage(Paging<ExplainedWord> paging) {

        List<ExplainedWord> words() {
            return paging.items();
        }

        boolean hasFallback() {
            return words().stream().map(ExplainedWord::explanation).anyMatch(Translated::isFallback);
        }

        boolean hasStale() {
            return words().stream().map(ExplainedWord::explanation).anyMatch(Translated::isStale);
        }

        String query() {
            return "";
        }
    }
}
