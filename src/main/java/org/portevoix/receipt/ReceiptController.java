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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;

/** A resident's receipt: state, answer, correct, withdraw. Its pages are kept nowhere. */
@Controller("/{lang}/suivi")
class ReceiptController {

    private final List<Contribution> contributions;
    private final ReceiptCodes codes;
    private final Languages languages;
    private final Messages messages;
    private final Drawing drawing;
    private final FormKeys formKeys;
    private final ReceiptDoor door;
    private final ReceiptCopies copies;

    ReceiptController(
            List<Contribution> contributions,
            ReceiptCodes codes,
            Languages languages,
            Messages messages,
            Drawing drawing,
            FormKeys formKeys,
            ReceiptDoor door,
            ReceiptCopies copies) {
        this.contributions = contributions;
        this.codes = codes;
        this.languages = languages;
        this.messages = messages;
        this.drawing = drawing;
        this.formKeys = formKeys;
        this.door = door;
        this.copies = copies;
    }

    @Get("{?code}")
    HttpResponse<?> ask(HttpRequest<?> request, String lang, @Nullable @QueryValue String code) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        if (code == null || code.isBlank()) {
            return door.ask(language, HttpStatus.OK, "", "", List.of());
        }
        return codes.read(code)
                .<HttpResponse<?>>map(read -> HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + read)))
                .orElseGet(() ->
                        door.ask(language, HttpStatus.UNPROCESSABLE_ENTITY, code, "receipt.ask.not_a_code", List.of()));
    }

    @Get("/{code}")
    HttpResponse<?> show(HttpRequest<?> request, String lang, String code) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return open(
                request,
                language,
                code,
                found -> page(
                        found.receipt().template(),
                        found.receipt().layout(),
                        found.receipt().content()));
    }

    /** All that the site keeps of it, for the person to take away (GDPR, article 15). */
    @Get("/{code}/copie")
    HttpResponse<?> copy(HttpRequest<?> request, String lang, String code) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return open(request, language, code, found -> copies.download(found.code()));
    }

    /** The state of withdrawal is its own small page, so that nothing goes by a slip of the thumb. */
    @Get("/{code}/retrait")
    HttpResponse<?> askToWithdraw(HttpRequest<?> request, String lang, String code) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return open(request, language, code, found -> {
            Layout layout = found.receipt().layout();
            return page(
                    "receipt/withdraw",
                    new Layout(
                            messages.say(lang, "receipt.withdraw.title"),
                            language,
                            layout.path() + "/retrait",
                            "",
                            layout.contract()),
                    new AskedToWithdraw(found.code()));
        });
    }

    @Post("/{code}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> withdraw(HttpRequest<?> request, String lang, String code, @Nullable @Body String body) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return open(request, language, code, found -> {
            contributions.forEach(contribution -> contribution.withdraw(found.code()));
            return HttpResponse.seeOther(URI.create("/" + lang + "/suivi/" + found.code()));
        });
    }

    private HttpResponse<?> open(
            HttpRequest<?> request, Language language, String code, Function<Found, HttpResponse<?>> show) {
        return door.open(request, language, code, FormBody.of(""), read -> find(read, language), show);
    }

    private Optional<Found> find(String code, Language language) {
        return contributions.stream()
                .flatMap(contribution -> contribution.find(code, language).stream())
                .map(receipt -> new Found(code, receipt))
                .findFirst();
    }

    private HttpResponse<?> page(String template, Layout layout, Object content) {
        return HttpResponse.ok()
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw(template, layout, content, formKeys.next()));
    }

    /** A receipt, and its code as it is written. */
    record Found(String code, Contribution.Receipt receipt) {}

    /** The page that asks whether to withdraw. */
    record AskedToWithdraw(String code) {}
}
