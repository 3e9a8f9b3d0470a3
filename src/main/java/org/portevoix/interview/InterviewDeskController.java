package org.portevoix.interview;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.consultation.InterviewGuides;
import org.portevoix.contract.Contract;
import org.portevoix.contract.DataTerms;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The interviews of a contract's evaluation, as the team notes and reads them. */
@Controller("/equipe/{contract}/entretiens")
class InterviewDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(InterviewDeskController.class);
    private static final int MOST = 200;

    private final InterviewGuides guides;
    private final InterviewRepository interviews;
    private final Interviews moves;
    private final DataTerms terms;
    private final Messages messages;
    private final Calendar calendar;
    private final FormKeys formKeys;
    private final DeskPages pages;
    private final Clock clock;

    InterviewDeskController(
            InterviewGuides guides,
            InterviewRepository interviews,
            Interviews moves,
            DataTerms terms,
            Messages messages,
            Calendar calendar,
            FormKeys formKeys,
            DeskPages pages,
            Clock clock) {
        this.guides = guides;
        this.interviews = interviews;
        this.moves = moves;
        this.terms = terms;
        this.messages = messages;
        this.calendar = calendar;
        this.formKeys = formKeys;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("{?fait}")
    HttpResponse<?> list(Desk desk, String contract, @QueryValue(defaultValue = "") String fait) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        List<InterviewGuides.Guide> all = guides.of(one.id());
        List<Interview> held = interviews.findOf(one.id(), MOST);
        Map<Long, List<InterviewAnswer>> answers = held.isEmpty()
                ? Map.of()
                : interviews.findAnswers(held.stream().map(Interview::id).toList()).stream()
                        .collect(Collectors.groupingBy(InterviewAnswer::interviewId));
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "interview/list",
                "interview.desk.list.title",
                "content",
                new ListPage(
                        one.slug(),
                        all.stream()
                                .map(guide -> new GuideView(
                                        guide.slug(),
                                        guide.title(),
                                        held.stream()
                                                .filter(interview -> interview.consultationId() == guide.id())
                                                .map(interview -> view(
                                                        guide,
                                                        interview,
                                                        answers.getOrDefault(interview.id(), List.of())))
                                                .toList()))
                                .toList(),
                        term(one),
                        fait.equals("note")));
    }

    @Get("/{slug}")
    HttpResponse<?> ask(Desk desk, String contract, String slug) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        return show(desk, one, guide(one, slug), HttpStatus.OK, InterviewForm.blank(), Map.of());
    }

    @Post("/{slug}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> keep(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        InterviewGuides.Guide guide = guide(one, slug);
        InterviewForm form = new InterviewForm(FormBody.of(body));
        Map<String, String> errors = form.errors(guide, today(one));
        if (!errors.isEmpty()) {
            return show(desk, one, guide, HttpStatus.UNPROCESSABLE_ENTITY, form, errors);
        }
        moves.keep(one, guide, form, formKeys.of(form.body().get("key")));
        LOG.info("Account {} noted an interview of guide {}", desk.accountId(), guide.id());
        return HttpResponse.seeOther(URI.create("/equipe/" + one.slug() + "/entretiens?fait=note"));
    }

    @Post("/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(Desk desk, String contract, long id) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        if (!moves.remove(one, id)) {
            throw new NotFound();
        }
        LOG.info("Account {} took interview {} away", desk.accountId(), id);
        return HttpResponse.seeOther(URI.create("/equipe/" + one.slug() + "/entretiens"));
    }

    /** How long they are kept, in words. */
    private String term(Contract contract) {
        Period term = terms.of(contract.id()).stream()
                .filter(one -> one.kind().equals(InterviewData.KIND))
                .map(DataTerms.Term::term)
                .findFirst()
                .orElseThrow();
        return messages.say(Language.SOURCE, "retention.months", Map.of("n", term.toTotalMonths()));
    }

    private InterviewGuides.Guide guide(Contract contract, String slug) {
        return guides.find(contract.id(), slug).orElseThrow(NotFound::new);
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.zoneId()));
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            InterviewGuides.Guide guide,
            HttpStatus status,
            InterviewForm form,
            Map<String, String> errors) {
        return pages.show(
                desk,
                contract,
                status,
                "interview/form",
                "interview.desk.list.title",
                "content",
                new FormPage(
                        contract.slug(),
                        guide.slug(),
                        guide.title(),
                        guide.summary(),
                        form.who(),
                        form.day().isEmpty() ? today(contract).toString() : form.day(),
                        guide.questions().stream()
                                .map(question -> question(question, form, errors))
                                .toList(),
                        formKeys.of(form.body().get("key")),
                        errors));
    }

    private static QuestionView question(
            InterviewGuides.Asked question, InterviewForm form, Map<String, String> errors) {
        List<String> typed = form.typed(question);
        return new QuestionView(
                "q-" + question.slug(),
                question.title(),
                question.help(),
                question.takesSeveral() ? "checkbox" : "radio",
                question.options().stream()
                        .map(option -> new OptionView(option.slug(), option.label(), typed.contains(option.slug())))
                        .toList(),
                typed.stream().findFirst().orElse(""),
                errors.get("q-" + question.slug()));
    }

    private InterviewView view(InterviewGuides.Guide guide, Interview interview, List<InterviewAnswer> answers) {
        return new InterviewView(
                interview.id(),
                interview.who(),
                calendar.fullDay(Language.SOURCE, interview.heldOn()),
                guide.questions().stream()
                        .flatMap(question -> answers.stream()
                                .filter(answer -> answer.questionId() == question.id())
                                .map(answer -> new AnswerView(question.title(), answer.body())))
                        .toList());
    }

    /**
     * @param term how long they are kept, in words
     * @param isNoted whether one was just noted
     */
    record ListPage(String contract, List<GuideView> guides, String term, boolean isNoted) {}

    record GuideView(String slug, String title, List<InterviewView> interviews) {}

    record InterviewView(long id, String who, String day, List<AnswerView> answers) {}

    record AnswerView(String question, String words) {}

    record FormPage(
            String contract,
            String slug,
            String title,
            String summary,
            String who,
            String day,
            List<QuestionView> questions,
            String key,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /** @param input of its options: checkbox or radio */
    record QuestionView(
            String name,
            String title,
            @Nullable String help,
            String input,
            List<OptionView> options,
            String words,
            @Nullable String error) {}

    record OptionView(String value, String label, boolean isChosen) {}
}
