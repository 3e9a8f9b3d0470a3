package org.portevoix.volunteer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.receipt.ReceiptDoor;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;

/** By the receipt: the calendar file of what was confirmed, and one place of several given back. */
@Controller("/{lang}/suivi/{code}")
class SignUpController {

    private final SignUpRepository signUps;
    private final SignUpMoves moves;
    private final SignUpCalendar calendar;
    private final ReceiptCodes codes;
    private final ReceiptDoor door;
    private final Languages languages;

    SignUpController(
            SignUpRepository signUps,
            SignUpMoves moves,
            SignUpCalendar calendar,
            ReceiptCodes codes,
            ReceiptDoor door,
            Languages languages) {
        this.signUps = signUps;
        this.moves = moves;
        this.calendar = calendar;
        this.codes = codes;
        this.door = door;
        this.languages = languages;
    }

    @Get("/mission.ics")
    HttpResponse<?> calendar(HttpRequest<?> request, String lang, String code) {
        return open(
                request,
                lang,
                code,
                "",
                signUp -> HttpResponse.ok(calendar.of(lang, signUp))
                        .contentType("text/calendar;charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    @Post("/creneaux/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> withdraw(HttpRequest<?> request, String lang, String code, long id, @Nullable @Body String body) {
        return open(request, lang, code, body == null ? "" : body, signUp -> {
            if (!moves.withdrawPlace(signUp, id)) {
                throw new NotFound();
            }
            return HttpResponse.seeOther(
                    URI.create("/" + lang + "/suivi/" + codes.read(code).orElseThrow()));
        });
    }

    private HttpResponse<?> open(
            HttpRequest<?> request, String lang, String code, String body, Function<SignUp, HttpResponse<?>> show) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return door.open(
                request, language, code, FormBody.of(body), read -> signUps.findByReceiptHash(codes.hash(read)), show);
    }
}
