package org.portevoix.participation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Messages;
import org.portevoix.web.NotFound;
import org.portevoix.web.Pages;

/** The figures of participation as open data. */
@Controller("/api/v1/contracts/{contract}")
class ParticipationDataController {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final Subject subject;
    private final PublishedFigures published;
    private final FiguresJson json;
    private final Pages pages;
    private final Messages messages;

    ParticipationDataController(
            Subject subject, PublishedFigures published, FiguresJson json, Pages pages, Messages messages) {
        this.subject = subject;
        this.published = published;
        this.json = json;
        this.pages = pages;
        this.messages = messages;
    }

    @Get("/participation{?from,to}")
    HttpResponse<?> json(
            HttpRequest<?> request,
            String contract,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to) {
        return show(request, JSON, contract, from, to, json::write);
    }

    @Get("/participation.csv{?from,to}")
    HttpResponse<?> csv(
            HttpRequest<?> request,
            String contract,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to) {
        return show(request, CSV, contract, from, to, FiguresCsv::write);
    }

    @Error(exception = MonthsRefused.class)
    HttpResponse<?> refused(MonthsRefused refusal) {
        return HttpResponse.badRequest(Map.of("error", messages.say("fr", String.valueOf(refusal.getMessage()))));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            String contentType,
            String contract,
            @Nullable String from,
            @Nullable String to,
            Function<Figures, String> write) {
        YearMonth first = month(from);
        YearMonth last = month(to);
        if (first != null && last != null && first.isAfter(last)) {
            throw new MonthsRefused("participation.data.months_reversed");
        }
        long id = subject.contract(contract).orElseThrow(NotFound::new);
        Figures figures = published.of(id, first, last);
        return pages.show(
                request,
                contentType,
                Set.of(PublishedFigures.tag(id)),
                published.until(figures),
                () -> write.apply(figures));
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new MonthsRefused("participation.data.month_unreadable");
        }
    }

    /** Months that were asked for and can't be given. */
    static final class MonthsRefused extends RuntimeException {
        private MonthsRefused(String key) {
            super(key, null, false, false);
        }
    }
}
