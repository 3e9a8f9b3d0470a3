package org.portevoix.calendar;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.NotFound;
import org.portevoix.web.UploadedForm;

/** The team gives the file of another calendar, sees what it would do line by line, and makes drafts of it. */
@Controller("/equipe/{contract}/agenda/import")
class CalendarImportController {

    private static final List<String> KINDS =
            List.of("workshop", "forum", "conference", "walk", "training", "vaccination", "screening", "working_group");
    private static final int SHOWN_DAYS = 4;

    private final CalendarImport imports;
    private final Calendar calendar;
    private final Messages messages;
    private final DeskPages pages;

    CalendarImportController(CalendarImport imports, Calendar calendar, Messages messages, DeskPages pages) {
        this.imports = imports;
        this.calendar = calendar;
        this.messages = messages;
        this.pages = pages;
    }

    @Get("{?ajoutes,changes}")
    HttpResponse<?> show(
            Desk desk, String contract, @Nullable @QueryValue Integer ajoutes, @Nullable @QueryValue Integer changes) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        String done = ajoutes == null
                ? ""
                : say("calendar.desk.done", Map.of("added", ajoutes, "changed", changes == null ? 0 : changes));
        return page(desk, HttpStatus.OK, one, "workshop", "", done);
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> upload(HttpRequest<?> request, Desk desk, String contract, @Body byte @Nullable [] body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        UploadedForm form = UploadedForm.of(request.getHeaders().get(HttpHeaders.CONTENT_TYPE), body);
        String kind = KINDS.contains(form.fields().get("kind")) ? form.fields().get("kind") : "workshop";
        try {
            long id = imports.upload(desk.accountId(), one, kind, form.file("file"));
            return HttpResponse.seeOther(URI.create(address(one) + "/" + id));
        } catch (UnreadableFile e) {
            return page(desk, HttpStatus.UNPROCESSABLE_ENTITY, one, kind, say(e.key(), e.values()), "");
        }
    }

    @Get("/{id:[0-9]+}")
    HttpResponse<?> preview(Desk desk, String contract, long id) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        List<CalendarImport.Line> lines =
                imports.plan(desk.accountId(), one, id).orElseThrow(NotFound::new);
        var page =
                new PreviewPage(one.slug(), id, lines.stream().map(this::line).toList());
        return pages.show(desk, one, HttpStatus.OK, "calendar/preview", "calendar.desk.preview.title", "agenda", page);
    }

    @Post("/{id:[0-9]+}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> keep(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        CalendarImport.Done done = imports.apply(desk.accountId(), one, id).orElseThrow(NotFound::new);
        return HttpResponse.seeOther(
                URI.create(address(one) + "?ajoutes=" + done.added() + "&changes=" + done.changed()));
    }

    private static String address(Contract contract) {
        return "/equipe/" + contract.slug() + "/agenda/import";
    }

    private HttpResponse<?> page(
            Desk desk, HttpStatus status, Contract contract, String kind, String error, String done) {
        var page = new ImportPage(
                contract.slug(),
                KINDS.stream()
                        .map(one -> new Choice(
                                one,
                                say("event.kind." + one.toUpperCase(java.util.Locale.ROOT), Map.of()),
                                one.equals(kind)))
                        .toList(),
                error,
                done);
        return pages.show(desk, contract, status, "calendar/import", "calendar.desk.import.title", "agenda", page);
    }

    private PreviewPage.Row line(CalendarImport.Line line) {
        List<String> days = line.event().days().stream()
                .limit(SHOWN_DAYS)
                .map(day -> calendar.day(Language.SOURCE, day))
                .toList();
        return new PreviewPage.Row(
                line.event().title(),
                days,
                Math.max(0, line.event().days().size() - SHOWN_DAYS),
                line.event().place(),
                line.what().name(),
                line.reason().isEmpty() ? String.join(" ; ", line.problems()) : say(line.reason(), Map.of()));
    }

    private String say(String key, Map<String, ?> values) {
        return messages.say(Language.SOURCE, key, values);
    }

    /** A kind of event to choose. */
    record Choice(String value, String label, boolean isChosen) {}

    /** Where a file is given; {@code error} and {@code done} "" where there is nothing to say. */
    record ImportPage(String contract, List<Choice> kinds, String error, String done) {}

    /** What a file would do. */
    record PreviewPage(String contract, long id, List<Row> rows) {

        int added() {
            return count("NEW");
        }

        int changed() {
            return count("CHANGED");
        }

        int refused() {
            return count("REFUSED");
        }

        int same() {
            return count("SAME");
        }

        boolean isUseful() {
            return added() + changed() > 0;
        }

        private int count(String what) {
            return (int) rows.stream().filter(row -> row.what().equals(what)).count();
        }

        /**
         * An event of the file.
         *
         * @param more days than those in words
         */
        record Row(String title, List<String> days, int more, String place, String what, String reason) {}
    }
}
