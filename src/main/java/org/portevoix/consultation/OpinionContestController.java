package org.portevoix.consultation;

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
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.receipt.ReceiptDoor;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;

/** By the receipt, once: another person of the team reads again what was decided about an opinion. */
@Controller("/{lang}/suivi/{code}/relecture")
class OpinionContestController {

    private static final int LONGEST = 1_000;

    private final OpinionRepository opinions;
    private final TeamVoice team;
    private final Contracts contracts;
    private final ReceiptCodes codes;
    private final ReceiptDoor door;
    private final Languages languages;
    private final Messages messages;
    private final Drawing drawing;

    OpinionContestController(
            OpinionRepository opinions,
            TeamVoice team,
            Contracts contracts,
            ReceiptCodes codes,
            ReceiptDoor door,
            Languages languages,
            Messages messages,
            Drawing drawing) {
        this.opinions = opinions;
        this.team = team;
        this.contracts = contracts;
        this.codes = codes;
        this.door = door;
        this.languages = languages;
        this.messages = messages;
        this.drawing = drawing;
    }

    @Get
    HttpResponse<?> ask(HttpRequest<?> request, String lang, String code) {
        return open(request, lang, code, FormBody.of(""), opinion -> page(HttpStatus.OK, lang, code, opinion, "", ""));
    }

    /** Sent twice, it is asked once. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> send(HttpRequest<?> request, String lang, String code, @Nullable @Body String body) {
        FormBody form = FormBody.of(body);
        return open(request, lang, code, form, opinion -> {
            String words = form.get("words").replace("\r\n", "\n").strip();
            if (words.length() > LONGEST) {
                return page(
                        HttpStatus.UNPROCESSABLE_ENTITY, lang, code, opinion, words, "consultation.contest.too_long");
            }
            team.contest(id(opinion), opinion.contractId(), mayShow(opinion), words, lang);
            return HttpResponse.seeOther(
                    URI.create("/" + lang + "/suivi/" + codes.read(code).orElseThrow()));
        });
    }

    /** Where it may not be asked, or was asked before, the receipt says how it stands. */
    private HttpResponse<?> open(
            HttpRequest<?> request, String lang, String code, FormBody form, Function<Opinion, HttpResponse<?>> show) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return door.open(
                request,
                language,
                code,
                form,
                read -> opinions.findByReceiptHash(codes.hash(read)),
                opinion -> opinion.hasWords() && team.mayContest(id(opinion), mayShow(opinion))
                        ? show.apply(opinion)
                        : HttpResponse.seeOther(URI.create(
                                "/" + lang + "/suivi/" + codes.read(code).orElseThrow())));
    }

    private HttpResponse<?> page(
            HttpStatus status, String lang, String code, Opinion opinion, String words, String error) {
        Visit visit = contracts.visit(lang, contracts.find(opinion.contractId()).orElseThrow());
        Layout layout = new Layout(
                messages.say(lang, "consultation.contest.title"),
                visit.language(),
                "/suivi/" + code + "/relecture",
                "",
                visit.heading());
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw("consultation/contest", layout, new ContestPage(code, words, error), ""));
    }

    private static long id(Opinion opinion) {
        return Objects.requireNonNull(opinion.id());
    }

    private static boolean mayShow(Opinion opinion) {
        return Boolean.TRUE.equals(opinion.mayShow());
    }

    /** The form. @param error key of a message, or "" */
    record ContestPage(String code, String words, String error) {

        boolean hasError() {
            return !error.isEmpty();
        }
    }
}
