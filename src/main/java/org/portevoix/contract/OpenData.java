package org.portevoix.contract;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.web.Pages;
import org.portevoix.web.RateLimits;
import org.portevoix.web.SiteSettings;
import org.portevoix.web.Turns;
import org.portevoix.web.Written;

/** Open data: lists in JSON, of what is public and of nothing else. Described in docs/open-data.md, and so a promise. */
@Singleton
public class OpenData {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final Contracts contracts;
    private final Languages languages;
    private final Pages pages;
    private final JsonMapper mapper;
    private final SiteSettings settings;
    private final Turns turns = new Turns();

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

    /** The same as a table for a spreadsheet. */
    public HttpResponse<?> table(HttpRequest<?> request, String contract, Function<Visit, Listing<?>> make) {
        return table(request, (String lang) -> make.apply(contracts.visit(lang, contract)));
    }

    HttpResponse<?> table(HttpRequest<?> request, Function<String, Listing<?>> make) {
        String lang = known(request);
        return give(request, () -> {
            Listing<?> listing = make.apply(lang);
            return new Written(CSV, csv(listing), listing.tags(), listing.until());
        });
    }

    /** A contract as the world sees it, in the language that a request asks for; as for {@link #list}. */
    public Visit visit(HttpRequest<?> request, String contract) {
        return contracts.visit(known(request), contract);
    }

    /** Of the whole site, given the code of the language asked for. */
    HttpResponse<?> list(HttpRequest<?> request, Function<String, Listing<?>> make) {
        String lang = known(request);
        return give(request, () -> {
            Listing<?> listing = make.apply(lang);
            return new Written(JSON, json(listing), listing.tags(), listing.until());
        });
    }

    /** There are as many lists as languages, and each may hold thousands of items. */
    private HttpResponse<?> give(HttpRequest<?> request, Supplier<Written> make) {
        return pages.give(request, () -> turns.take(make).orElseThrow(RateLimits::tooMany));
    }

    private String known(HttpRequest<?> request) {
        String lang = request.getParameters().getFirst("lang").orElse(Language.SOURCE);
        if (languages.find(lang).isEmpty()) {
            throw new UnknownLanguage();
        }
        return lang;
    }

    /**
     * Where people read it: whole where the operator set the address of the site, else from its root.
     *
     * @param path with its language, e.g. "/fr/bobigny/actions/plomb"
     */
    public String url(String path) {
        return settings.url().map(site -> site + path).orElse(path);
    }

    private String json(Listing<?> listing) {
        StringBuilder text = new StringBuilder();
        writeJson(listing, text);
        return text.toString();
    }

    private String csv(Listing<?> listing) {
        StringBuilder text = new StringBuilder();
        writeCsv(listing, text);
        return text.toString();
    }

    /** A list as JSON. Items are taken one by one, for there may be thousands. */
    public <T> void writeJson(Listing<T> listing, Appendable to) {
        try {
            String before = "[";
            for (T item : listing.items()) {
                to.append(before).append(mapper.writeValueAsString(Argument.of(listing.type()), item));
                before = ",";
            }
            to.append(before.equals("[") ? "[]" : "]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list as CSV: one item a row, the fields of the JSON as columns; one by one as well. */
    public <T> void writeCsv(Listing<T> listing, Appendable to) {
        Iterable<JsonNode> items = () ->
                listing.items().stream().map(item -> tree(listing.type(), item)).iterator();
        OpenCsv.write(listing.type(), items, this::words, to);
    }

    private <T> JsonNode tree(Class<T> type, T item) {
        try {
            return mapper.writeValueToTree(Argument.of(type), item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String words(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
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
