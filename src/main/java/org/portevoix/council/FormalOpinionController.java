package org.portevoix.council;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.distress.Help;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A council gives a formal opinion, and sees by when the committee must answer. */
@Controller("/equipe/{contract}/conseils/{slug}/avis")
class FormalOpinionController {

    private static final Logger LOG = LoggerFactory.getLogger(FormalOpinionController.class);

    private final CouncilDoor door;
    private final FormalOpinions opinions;
    private final FormalOpinionRepository repository;
    private final MyCouncilPages councilPages;
    private final Remarks remarks;
    private final Topics topics;
    private final Languages languages;
    private final ReceiptCodes codes;
    private final FormKeys formKeys;
    private final Calendar calendar;
    private final DeskPages pages;
    private final Clock clock;

    FormalOpinionController(
            CouncilDoor door,
            FormalOpinions opinions,
            FormalOpinionRepository repository,
            MyCouncilPages councilPages,
            Remarks remarks,
            Topics topics,
            Languages languages,
            ReceiptCodes codes,
            FormKeys formKeys,
            Calendar calendar,
            DeskPages pages,
            Clock clock) {
        this.door = door;
        this.opinions = opinions;
        this.repository = repository;
        this.councilPages = councilPages;
        this.remarks = remarks;
        this.topics = topics;
        this.languages = languages;
        this.codes = codes;
        this.formKeys = formKeys;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> ask(Desk desk, String contract, String slug) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        return form(desk, entered, HttpStatus.OK, new FormalOpinionForm(FormBody.of("")), Map.of());
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> send(Desk desk, String contract, String slug, @Nullable @Body String body) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        FormalOpinionForm form = new FormalOpinionForm(FormBody.of(body));
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            return form(desk, entered, HttpStatus.UNPROCESSABLE_ENTITY, form, errors);
        }
        List<Topics.Topic> all = topics.of(entered.contract());
        FormalOpinions.Sent sent = opinions.send(
                entered.contract(),
                entered.council(),
                all.stream()
                        .filter(one -> one.key().equals(form.about()))
                        .findFirst()
                        .orElse(all.getFirst()),
                form,
                language(entered, form),
                formKeys.of(form.body().get("key")),
                remarks.latest(entered.contract(), entered.council())
                        .map(CouncilMeeting::id)
                        .orElse(null),
                desk.accountId());
        LOG.info("Account {} sent formal opinion {}", desk.accountId(), sent.id());
        return HttpResponse.seeOther(URI.create(entered.address() + "/avis/" + sent.id() + "?code=" + sent.code()));
    }

    /** @param code of its receipt, told once to who sent it */
    @Get("/{id}{?code}")
    HttpResponse<?> show(Desk desk, String contract, String slug, long id, @Nullable @QueryValue String code) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        FormalOpinion opinion = repository
                .findById(id)
                .filter(one -> one.councilId() == entered.council().key())
                .orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock.withZone(entered.contract().zoneId()));
        var page = new FormalOpinionPage(
                entered.address(),
                entered.name(),
                opinion,
                councilPages.asked(opinion, today),
                Optional.ofNullable(code).flatMap(codes::read).orElse(null),
                opinions.help(opinion));
        return pages.show(
                desk,
                entered.contract(),
                HttpStatus.OK,
                "council/opinion",
                "council.desk.opinion.title",
                "council",
                page);
    }

    private HttpResponse<?> form(
            Desk desk,
            CouncilDoor.Entered entered,
            HttpStatus status,
            FormalOpinionForm form,
            Map<String, String> errors) {
        List<Topics.Topic> all = topics.of(entered.contract());
        String language = language(entered, form);
        var page = new FormalOpinionFormPage(
                entered.address(),
                entered.name(),
                form,
                formKeys.of(form.body().get("key")),
                calendar.fullDay(Language.SOURCE, opinions.answerBy(entered.contract())),
                Arrays.stream(AboutKind.values())
                        .map(kind -> new TopicGroup(
                                kind.name(),
                                all.stream()
                                        .filter(one -> one.kind() == kind)
                                        .map(one -> new RemarkController.Choice(
                                                one.key(),
                                                one.title(),
                                                one.key().equals(form.about())))
                                        .toList()))
                        .filter(group -> !group.topics().isEmpty())
                        .toList(),
                languages.of(entered.contract().languageCodes()).stream()
                        .map(one -> new RemarkController.Choice(
                                one.code(), one.endonym(), one.code().equals(language)))
                        .toList(),
                errors);
        return pages.show(
                desk,
                entered.contract(),
                status,
                "council/opinion_form",
                "council.desk.opinion.send_title",
                "council",
                page);
    }

    private static String language(CouncilDoor.Entered entered, FormalOpinionForm form) {
        List<String> codes = entered.contract().languageCodes();
        return codes.contains(form.language()) ? form.language() : codes.getFirst();
    }

    record TopicGroup(String kind, List<RemarkController.Choice> topics) {}

    /** @param answerBy day in words by which it would be answered */
    record FormalOpinionFormPage(
            String address,
            String name,
            FormalOpinionForm form,
            String key,
            String answerBy,
            List<TopicGroup> groups,
            List<RemarkController.Choice> languages,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /**
     * @param code null but just after it was sent
     * @param help whom to call, when what was written says that somebody may be in danger
     */
    record FormalOpinionPage(
            String address,
            String name,
            FormalOpinion opinion,
            MyCouncilPage.Asked asked,
            @Nullable String code,
            @Nullable Help help) {}
}
