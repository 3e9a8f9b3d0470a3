package org.portevoix.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.netty.handler.codec.DecoderException;
import java.net.URISyntaxException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Error pages, in the visitor's language: what happened, and how to go on. */
@Controller
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Drawing drawing;
    private final Languages languages;
    private final Messages messages;
    private final BeanProvider<Headings> headings;
    private final SecureRandom random;

    ErrorPages(
            Drawing drawing,
            Languages languages,
            Messages messages,
            BeanProvider<Headings> headings,
            SecureRandom random) {
        this.drawing = drawing;
        this.languages = languages;
        this.messages = messages;
        this.headings = headings;
        this.random = random;
    }

    @Error(global = true, exception = NotFound.class)
    HttpResponse<?> notFound(HttpRequest<?> request) {
        return page(request, HttpStatus.NOT_FOUND, "not_found", "");
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<?> noSuchAddress(HttpRequest<?> request) {
        return notFound(request);
    }

    @Error(global = true, exception = Forbidden.class)
    HttpResponse<?> forbidden(HttpRequest<?> request) {
        return page(request, HttpStatus.FORBIDDEN, "forbidden", "");
    }

    @Error(global = true, exception = Conflict.class)
    HttpResponse<?> conflict(HttpRequest<?> request) {
        return page(request, HttpStatus.CONFLICT, "conflict", "");
    }

    @Error(global = true, exception = HttpStatusException.class)
    HttpResponse<?> status(HttpRequest<?> request, HttpStatusException e) {
        return page(request, e.getStatus(), kind(e.getStatus()), "");
    }

    @Error(global = true, status = HttpStatus.METHOD_NOT_ALLOWED)
    HttpResponse<?> methodNotAllowed(HttpRequest<?> request) {
        return page(request, HttpStatus.METHOD_NOT_ALLOWED, "not_found", "");
    }

    @Error(global = true, status = HttpStatus.REQUEST_ENTITY_TOO_LARGE)
    HttpResponse<?> tooLarge(HttpRequest<?> request) {
        return page(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", "");
    }

    /** A part of the address is no number, or no day: no such page. */
    @Error(global = true, exception = ConversionErrorException.class)
    HttpResponse<?> notAnAddress(HttpRequest<?> request) {
        return notFound(request);
    }

    @Error(global = true, status = HttpStatus.BAD_REQUEST)
    HttpResponse<?> badRequest(HttpRequest<?> request) {
        return page(request, HttpStatus.BAD_REQUEST, "bad_request", "");
    }

    @Error(global = true, status = HttpStatus.UNSUPPORTED_MEDIA_TYPE)
    HttpResponse<?> unsupported(HttpRequest<?> request) {
        return page(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "bad_request", "");
    }

    @Error(global = true, exception = ContentLengthExceededException.class)
    HttpResponse<?> longerThanAnyForm(HttpRequest<?> request) {
        return tooLarge(request);
    }

    /** What no browser sends: an address, a set of characters or a body that can't be read. It may hold a code, so no log. */
    @Error(global = true, exception = URISyntaxException.class)
    HttpResponse<?> unreadableAddress(HttpRequest<?> request) {
        return badRequest(request);
    }

    @Error(global = true, exception = IllegalCharsetNameException.class)
    HttpResponse<?> unreadableCharset(HttpRequest<?> request) {
        return badRequest(request);
    }

    @Error(global = true, exception = UnsupportedCharsetException.class)
    HttpResponse<?> unknownCharset(HttpRequest<?> request) {
        return badRequest(request);
    }

    @Error(global = true, exception = DecoderException.class)
    HttpResponse<?> unreadable(HttpRequest<?> request) {
        return badRequest(request);
    }

    /** A bug, or a world that broke: the reference is also in the log, with no word of the visitor's. */
    @Error(global = true, exception = Throwable.class)
    HttpResponse<?> broken(HttpRequest<?> request, Throwable e) {
        String reference = HexFormat.of().toHexDigits(random.nextInt());
        LOG.atError()
                .addKeyValue("reference", reference)
                .setCause(e)
                .log("Error {} in {} {}", reference, request.getMethodName(), route(request));
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, "broken", reference);
    }

    /** The route's template: the address itself may hold a code. */
    private static String route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("(no route)");
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String kind, String reference) {
        String[] path = request.getPath().split("/");
        if (request.getPath().startsWith("/api/")) {
            return answer(status)
                    .contentType("application/json")
                    .body("{\"error\":\"" + messages.say("fr", "web.error." + kind + ".title") + "\"}");
        }
        Language language =
                path.length > 1 ? languages.find(path[1]).orElseGet(() -> preferred(request)) : preferred(request);
        var heading = headings.get()
                .find(path.length > 2 ? path[2] : "", language)
                .or(() -> headings.get().find("", language));
        Layout layout = new Layout(
                messages.say(language.code(), "web.error." + kind + ".title"), language, "", "", heading.orElse(null));
        return answer(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw("web/error", layout, new ErrorPage(kind, reference), ""));
    }

    private static MutableHttpResponse<?> answer(HttpStatus status) {
        var answer = HttpResponse.status(status);
        return status == HttpStatus.TOO_MANY_REQUESTS ? answer.header(HttpHeaders.RETRY_AFTER, "60") : answer;
    }

    private Language preferred(HttpRequest<?> request) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null ? languages.source() : languages.preferred(accepted, messages::speaks);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case REQUEST_ENTITY_TOO_LARGE -> "too_large";
            case NOT_FOUND -> "not_found";
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case TOO_MANY_REQUESTS -> "too_many";
            default -> status.getCode() < 500 ? "bad_request" : "broken";
        };
    }

    /** What the error page shows; the reference is empty unless it is a bug of ours. */
    record ErrorPage(String kind, String reference) {}
}
