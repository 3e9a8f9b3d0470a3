package org.portevoix.contract;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.web.Pages;
import org.portevoix.web.SiteSettings;
import org.portevoix.web.Written;

/** Open data: lists in JSON, of what is public and of nothing else. Described in docs/open-data.md, and so a promise. */
@Singleton
public class OpenData {

    private static final String JSON = "application/json";

    private final Contracts contracts;
    private final Languages languages;
    private final Pages pages;
    private final JsonMapper mapper;
    private final SiteSettings settings;

    OpenData(Contracts contracts, Languages languages, Pages pages, JsonMapper mapper, SiteSettings settings) {
        this.contracts = contracts;
        this.languages = languages;
        this.pages = pages;
        this.mapper = mapper;
        this.settings = settings;
    }

    /** Of one contract, in the language asked for; 400 where that one is unknown, NotFound where the contract is. */
    public HttpResponse<?> list(HttpRequest<?> request, String contract, Function<Visit, Listing<?>> make) {
        return list(request, (String lang) -> make.apply(contracts.visit(lang, contract)));
    }

    /** Of the whole site, given the code of the language asked for. */
    HttpResponse<?> list(HttpRequest<?> request, Function<String, Listing<?>> make) {
        String lang = request.getParameters().getFirst("lang").orElse(Language.SOURCE);
        if (languages.find(lang).isEmpty()) {
            throw new UnknownLanguage();
        }
        return pages.give(request, () -> written(make.apply(lang)));
    }

    /**
     * Where people read it: whole where the operator set the address of the site, else from its root.
     *
     * @param path with its language, e.g. "/fr/bobigny/actions/plomb"
     */
    public String url(String path) {
        return settings.url().map(site -> site + path).orElse(path);
    }

    private <T> Written written(Listing<T> listing) {
        try {
            String json = mapper.writeValueAsString(Argument.listOf(listing.type()), listing.items());
            return new Written(JSON, json, listing.tags(), listing.until());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A list of the open data.
     *
     * @param tags of what it shows, as those of a page
     * @param until when it stops being true by itself; null for never
     */
    public record Listing<T>(
            Class<T> type, Set<String> tags, @Nullable Instant until, List<T> items) {}

    /** A language was asked for that nobody knows: a 400 answer, in JSON. */
    static final class UnknownLanguage extends RuntimeException {
        private UnknownLanguage() {
            super("Unknown language", null, false, false);
        }
    }
}
