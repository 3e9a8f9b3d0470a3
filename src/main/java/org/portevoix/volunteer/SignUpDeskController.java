package org.portevoix.volunteer;

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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Texts;
import org.portevoix.participation.Channel;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;

/** The desk types in the help that somebody offers by telephone: the same form, the same rules, the same receipt. */
@Controller("/equipe/{contract}/benevoles/missions/{slug}/saisie")
class SignUpDeskController {

    private final MissionRepository missions;
    private final MissionSlots slots;
    private final SignUps signUps;
    private final SignUpFormViews forms;
    private final Texts texts;
    private final Languages languages;
    private final ReceiptCodes codes;
    private final FormKeys formKeys;
    private final DeskPages pages;

    SignUpDeskController(
            MissionRepository missions,
            MissionSlots slots,
            SignUps signUps,
            SignUpFormViews forms,
            Texts texts,
            Languages languages,
            ReceiptCodes codes,
            FormKeys formKeys,
            DeskPages pages) {
        this.missions = missions;
        this.slots = slots;
        this.signUps = signUps;
        this.forms = forms;
        this.texts = texts;
        this.languages = languages;
        this.codes = codes;
        this.formKeys = formKeys;
        this.pages = pages;
    }

    @Get("{?code}")
    HttpResponse<?> blank(Desk desk, String contract, String slug, @Nullable @QueryValue String code) {
        Contract found = desk.contract(contract, Permission.ENTER);
        return sheet(
                desk,
                found,
                HttpStatus.OK,
                mission(found, slug),
                SignUpForm.blank(),
                Map.of(),
                formKeys.next(),
                Optional.ofNullable(code).flatMap(codes::read).orElse(null));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> enter(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ENTER);
        Mission mission = mission(found, slug);
        var form = new SignUpForm(FormBody.of(body));
        String key = formKeys.of(form.body().get("key"));
        MissionSlots.Offer offer = slots.kept(mission);
        Map<String, String> errors = form.errors(mission, offer);
        if (!errors.isEmpty()) {
            return sheet(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, mission, form, errors, key, null);
        }
        try {
            String code = signUps.receive(
                    found,
                    mission,
                    offer,
                    form,
                    new SignUps.Sent(key, language(found, form), Channel.PHONE, desk.accountId()));
            return HttpResponse.seeOther(
                    URI.create("/equipe/" + found.slug() + "/benevoles/missions/" + slug + "/saisie?code=" + code));
        } catch (Conflict cancelledMeanwhile) {
            return sheet(
                    desk,
                    found,
                    HttpStatus.CONFLICT,
                    mission,
                    form,
                    Map.of("slot", "volunteer.error.slot_gone"),
                    key,
                    null);
        }
    }

    private HttpResponse<?> sheet(
            Desk desk,
            Contract contract,
            HttpStatus status,
            Mission mission,
            SignUpForm form,
            Map<String, String> errors,
            String key,
            @Nullable String done) {
        MissionSlots.Offer offer = slots.offered(mission);
        String language = language(contract, form);
        return pages.show(
                desk,
                contract,
                status,
                "volunteer/desk_enter",
                "volunteer.desk.enter.title",
                "volunteers",
                new EnterPage(
                        contract.slug(),
                        mission.slug(),
                        texts.read(Language.SOURCE, mission.titleText())
                                .get(mission.titleText())
                                .body(),
                        key,
                        done,
                        languages.of(contract.languageCodes()).stream()
                                .map(one -> new Way(
                                        one.code(), one.endonym(), one.code().equals(language)))
                                .toList(),
                        offer.slots().isEmpty()
                                ? null
                                : forms.view(Language.SOURCE, contract, mission, offer, form, errors)));
    }

    private Mission mission(Contract contract, String slug) {
        return missions.findPublished(contract.id(), slug).orElseThrow(NotFound::new);
    }

    private static String language(Contract contract, SignUpForm form) {
        String chosen = form.body().get("language");
        return contract.languageCodes().contains(chosen) ? chosen : Language.SOURCE;
    }

    /** A language to choose. */
    record Way(String key, String name, boolean isChosen) {}

    /**
     * A sheet to type in.
     *
     * @param done code of the one typed just before, or null
     * @param form null when every date is past
     */
    record EnterPage(
            String contract,
            String slug,
            String title,
            String formKey,
            @Nullable String done,
            List<Way> languages,
            @Nullable SignUpFormView form) {}
}
