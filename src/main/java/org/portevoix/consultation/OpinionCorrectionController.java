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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.Translated;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.receipt.ReceiptDoor;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;

/** By the receipt, before the team has decided: the same form again, with what was said. */
@Controller("/{lang}/suivi/{code}/correction")
class OpinionCorrectionController {

    private final OpinionRepository repository;
    private final Opinions opinions;
    private final Questionnaires questionnaires;
    private final OpinionFormViews forms;
    private final Contracts contracts;
    private final ReceiptCodes codes;
    private final ReceiptDoor door;
    private final Languages languages;
    private final Texts texts;
    private final Messages messages;
    private final Drawing drawing;

    OpinionCorrectionController(
            OpinionRepository repository,
            Opinions opinions,
            Questionnaires questionnaires,
            OpinionFormViews forms,
            Contracts contracts,
            ReceiptCodes codes,
            ReceiptDoor door,
            Languages languages,
            Texts texts,
            Messages messages,
            Drawing drawing) {
        this.repository = repository;
        this.opinions = opinions;
        this.questionnaires = questionnaires;
        this.forms = forms;
        this.contracts = contracts;
        this.codes = codes;
        this.door = door;
        this.languages = languages;
        this.texts = texts;
        this.messages = messages;
        this.drawing = drawing;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String lang, String code) {
        return open(request, lang, code, FormBody.of(""), opinion -> {
            Questionnaire asked = asked(opinion);
            return page(HttpStatus.OK, lang, code, opinion, asked, said(opinion, asked), Map.of(), false);
        });
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> correct(HttpRequest<?> request, String lang, String code, @Nullable @Body String body) {
        var form = new OpinionForm(FormBody.of(body));
        return open(request, lang, code, form.body(), opinion -> correct(lang, code, opinion, form));
    }

    private HttpResponse<?> correct(String lang, String code, Opinion opinion, OpinionForm form) {
        Questionnaire asked = asked(opinion);
        Map<String, String> errors = form.errors(asked);
        if (!errors.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, lang, code, opinion, asked, form, errors, false);
        }
        if (!opinions.correct(contracts.find(opinion.contractId()).orElseThrow(), opinion, asked, form)) {
            return page(HttpStatus.CONFLICT, lang, code, opinion, asked, form, Map.of(), true);
        }
        return HttpResponse.seeOther(
                URI.create("/" + lang + "/suivi/" + codes.read(code).orElseThrow()));
    }

    private HttpResponse<?> open(
            HttpRequest<?> request, String lang, String code, FormBody form, Function<Opinion, HttpResponse<?>> show) {
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        return door.open(
                request, language, code, form, read -> repository.findByReceiptHash(codes.hash(read)), opinion -> {
                    if (opinion.state() == OpinionState.WITHDRAWN) {
                        throw new NotFound();
                    }
                    return show.apply(opinion);
                });
    }

    private Questionnaire asked(Opinion opinion) {
        return questionnaires.find(opinion.consultationId()).orElseThrow(NotFound::new);
    }

    private OpinionForm said(Opinion opinion, Questionnaire asked) {
        var values = new HashMap<String, List<String>>();
        for (Answer answer : repository.findAnswers(List.of(Objects.requireNonNull(opinion.id())))) {
            Question question = asked.question(answer.questionId()).orElseThrow();
            values.computeIfAbsent(OpinionForm.field(question), unused -> new ArrayList<>())
                    .add(value(asked, question, answer));
        }
        if (opinion.mayShow() != null) {
            values.put("may_show", List.of(opinion.mayShow() ? "yes" : "no"));
        }
        return new OpinionForm(new FormBody(values));
    }

    private static String value(Questionnaire asked, Question question, Answer answer) {
        return switch (question.kind()) {
            case TEXT -> Objects.requireNonNullElse(answer.body(), "");
            case SCALE -> String.valueOf(answer.scale());
            case CHOICE, CHOICES ->
                asked.optionsOf(question).stream()
                        .filter(option -> option.id() == answer.choice())
                        .map(QuestionOption::slug)
                        .findFirst()
                        .orElse("");
        };
    }

    private HttpResponse<?> page(
            HttpStatus status,
            String lang,
            String code,
            Opinion opinion,
            Questionnaire asked,
            OpinionForm form,
            Map<String, String> errors,
            boolean isTooLate) {
        var contract = contracts.find(opinion.contractId()).orElseThrow();
        Visit visit = contracts.visit(lang, contract);
        var read = texts.read(lang, asked.texts());
        var layout = new Layout(
                messages.say(lang, "consultation.correction.title"),
                visit.language(),
                "/suivi/" + code + "/correction",
                "",
                visit.heading());
        return HttpResponse.status(status)
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(drawing.draw(
                        "consultation/correction",
                        layout,
                        new CorrectionPage(
                                code,
                                read.get(asked.consultation().titleText()),
                                asked.consultation().slug(),
                                isTooLate,
                                forms.view(lang, asked, read, form, errors)),
                        ""));
    }

    /**
     * The form again.
     *
     * @param isTooLate the team has decided meanwhile: the words stay on the page, to be taken along
     */
    record CorrectionPage(
            String code, Translated title, String consultationSlug, boolean isTooLate, OpinionFormView form) {}
}
