package org.portevoix.receipt;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.Headings;
import org.portevoix.web.Layout;
import org.portevoix.web.RateLimits;

/**
 * The one door to what a receipt's code opens. Every wrong code is counted, at whatever address it was tried; who tried
 * too many is asked to wait, even with the right one.
 */
@Singleton
public class ReceiptDoor {

    private static final int WORTH_KEEPING = 20;

    private final ReceiptCodes codes;
    private final RateLimits limits;
    private final Messages messages;
    private final Headings headings;
    private final Drawing drawing;

    ReceiptDoor(ReceiptCodes codes, RateLimits limits, Messages messages, Headings headings, Drawing drawing) {
        this.codes = codes;
        this.limits = limits;
        this.messages = messages;
        this.headings = headings;
        this.drawing = drawing;
    }

    /**
     * What {@code show} makes of what {@code find} has under this code; else the page that asks for a code, with the
     * words of the form that came with it, so that they are not lost.
     */
    public <T> HttpResponse<?> open(
            HttpRequest<?> request,
            Language language,
            String code,
            FormBody form,
            Function<String, Optional<T>> find,
            Function<T, HttpResponse<?>> show) {
        boolean mayTry = limits.mayTryCode(request);
        Optional<T> found = mayTry ? codes.read(code).flatMap(find) : Optional.empty();
        // Asked again: many tries at the same moment all pass the first question, and only some of them count.
        if (!mayTry || !limits.mayTryCode(request)) {
            return ask(language, HttpStatus.TOO_MANY_REQUESTS, code, "receipt.ask.too_many", words(form));
        }
        if (found.isEmpty()) {
            limits.countWrongCode(request);
            return ask(language, HttpStatus.NOT_FOUND, code, "receipt.ask.unknown", words(form));
        }
        return show.apply(found.get());
    }

    /** The page that asks for a code; {@code error}: key of the message that says what was wrong with what was typed, or "". */
    HttpResponse<?> ask(Language language, HttpStatus status, String typed, String error, List<String> words) {
        Layout layout = new Layout(
                messages.say(language.code(), "receipt.ask.title"),
                language,
                "/suivi",
                "",
                headings.find("", language).orElse(null));
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw("receipt/ask", layout, new Asked(typed, error, words), ""));
    }

    private static List<String> words(FormBody form) {
        return form.values().values().stream()
                .flatMap(List::stream)
                .filter(value -> value.length() > WORTH_KEEPING)
                .toList();
    }

    /** The page that asks for a code. */
    record Asked(String typed, String error, List<String> words) {}
}
