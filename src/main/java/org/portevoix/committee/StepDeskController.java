package org.portevoix.committee;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Language;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk keeps how the contract is approved. */
@Controller("/equipe/{contract}/etapes")
class StepDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(StepDeskController.class);

    private final ContractSteps steps;
    private final PlainTexts plainTexts;
    private final DeskPages pages;

    StepDeskController(ContractSteps steps, PlainTexts plainTexts, DeskPages pages) {
        this.steps = steps;
        this.plainTexts = plainTexts;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        return show(desk, found, HttpStatus.OK, null, null, PlainCheck.unread(List.of()), Map.of(), fait != null);
    }

    @Post("/{step}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> keep(Desk desk, String contract, String step, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        StepKind kind = Arrays.stream(StepKind.values())
                .filter(one -> key(one).equals(step))
                .findFirst()
                .orElseThrow(NotFound::new);
        StepForm form = new StepForm(FormBody.of(body));
        PlainCheck plain = plainTexts.check(found, form.body(), form.observations());
        Map<String, String> errors =
                steps.says(found, kind, form.observations()) ? form.errors() : plain.after(form.errors());
        if (!errors.isEmpty()) {
            return show(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, kind, form, plain, errors, false);
        }
        steps.keep(found, kind, form, plain, desk.accountId());
        LOG.info("Account {} set step {} of contract {}", desk.accountId(), kind, found.id());
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + "/etapes?fait=oui#" + step));
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            @Nullable StepKind typedKind,
            @Nullable StepForm typed,
            PlainCheck plain,
            Map<String, String> errors,
            boolean isDone) {
        List<StepView> views = steps.of(contract.id(), Language.SOURCE).stream()
                .map(one -> typedKind == StepKind.valueOf(one.kind())
                        ? view(one, typed, plain, errors)
                        : view(one, null, PlainCheck.unread(steps.reasons(contract, one)), Map.of()))
                .toList();
        return pages.show(
                desk,
                contract,
                status,
                "committee/desk_steps",
                "committee.desk.steps.title",
                "steps",
                new StepsPage(contract.slug(), views, isDone));
    }

    private static StepView view(
            ContractSteps.Shown step, @Nullable StepForm typed, PlainCheck plain, Map<String, String> errors) {
        StepState state =
                typed == null ? StepState.valueOf(step.state()) : typed.state().orElse(null);
        return new StepView(
                step.kind(),
                key(StepKind.valueOf(step.kind())),
                BodyDeskPages.options(StepState.values(), state),
                typed == null ? step.date() : typed.typedDay(),
                typed != null
                        ? typed.observations()
                        : step.observations() == null ? "" : step.observations().body(),
                plain,
                errors);
    }

    private static String key(StepKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record StepView(
            String kind,
            String key,
            List<BodyDeskPages.Option> states,
            String date,
            String observations,
            PlainCheck plain,
            Map<String, String> errors) {

        /** The field of the reason, one of its kind on the page. */
        String reasonId() {
            return PlainTexts.REASON + "-" + key;
        }
    }

    /** The four steps, a form each. */
    record StepsPage(String contract, List<StepView> steps, boolean isDone) {}
}
