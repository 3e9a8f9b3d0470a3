package org.portevoix.receipt;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormKeys;
import org.portevoix.web.Headings;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;
import org.portevoix.web.RateLimits;

/** A resident's receipt: state, answer, correct, withdraw. Its pages are kept nowhere. */
@Controller("/{lang}/suivi")
class ReceiptController {

    private final List<Contribution> contributions;
    private final ReceiptCodes codes;
    private final Languages languages;
    private final Messages messages;
    private final Headings headings;
    private final Drawing drawing;
    private final FormKeys formKeys;
    private final RateLimits limits;

    ReceiptController(
            List<Contribution> contributions,
            ReceiptCodes codes,
            Languages languages,
            Messages messages,
            Headings headings,
            Drawing drawing,
            FormKeys formKeys,
            RateLimits limits) {
        this.contributions = contributions;
        this.codes = codes;
        this.languages = languages;
        this.messages = messages;
        this.headings = headings;
        this.drawing = drawing;
        this.formKeys = formKeys;
        this.limits = limits;
    }

    @Get("{?code}")
    HttpResponse<?> ask(HttpRequest<?> request, String lang, @Nullable @QueryValue String code) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        if (code == null || code.isBlank()) {
            return question(language, HttpStatus.OK, "", "");
        }
        return codes.read(code)
                .<HttpResponse<?>>map(read -> HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + read)))
                .orElseGet(() -> question(language, HttpStatus.UNPROCESSABLE_ENTITY, code, "receipt.ask.not_a_code"));
    }

    @Get("/{code}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String code) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        if (!limits.mayTryCode(request)) {
            return question(language, HttpStatus.TOO_MANY_REQUESTS, code, "receipt.ask.too_many");
        }
        Optional<Contribution.Receipt> receipt = codes.read(code).flatMap(read -> find(read, language));
        if (receipt.isEmpty()) {
            limits.countWrongCode(request);
            return question(language, HttpStatus.NOT_FOUND, code, "receipt.ask.unknown");
        }
        Contribution.Receipt found = receipt.get();
        return page(HttpStatus.OK, found.template(), found.layout(), found.content());
    }

    /** The state of withdrawal is its own small page, so that nothing goes by a slip of the thumb. */
    @Get("/{code}/retrait")
    HttpResponse<?> askToWithdraw(String lang, String code) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        String read = codes.read(code).orElseThrow(NotFound::new);
        Contribution.Receipt receipt = find(read, language).orElseThrow(NotFound::new);
        Layout layout = receipt.layout();
        return page(
                HttpStatus.OK,
                "receipt/withdraw",
                new Layout(
                        messages.say(lang, "receipt.withdraw.title"),
                        language,
                        layout.path() + "/retrait",
                        "",
                        layout.contract()),
                new AskedToWithdraw(read));
    }

    @Post("/{code}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> withdraw(String lang, String code, @Nullable @Body String body) {
        String read = codes.read(code).orElseThrow(NotFound::new);
        contributions.forEach(contribution -> contribution.withdraw(read));
        return HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + read));
    }

    private Optional<Contribution.Receipt> find(String code, Language language) {
        return contributions.stream()
                .flatMap(contribution -> contribution.find(code, language).stream())
                .findFirst();
    }

    private HttpResponse<?> question(Language language, HttpStatus status, String typed, String error) {
        Layout layout = new Layout(
                messages.say(language.code(), "receipt.ask.title"),
                language,
                "/suivi",
                "",
                headings.find("", language).orElse(null));
        return page(status, "receipt/ask", layout, new Asked(typed, error));
    }

    private HttpResponse<?> page(HttpStatus status, String template, Layout layout, Object content) {
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw(template, layout, content, formKeys.next()));
    }

    /** The page that asks for a code: what was typed, and the key of the message that says what was wrong with it, or "". */
    record Asked(String typed, String error) {}

    /** The page that asks whether to withdraw. */
    record AskedToWithdraw(String code) {}
}
