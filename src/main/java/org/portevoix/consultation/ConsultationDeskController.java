package org.portevoix.consultation;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.participation.Channel;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;

/** The desk types in what came on paper, by telephone or at a meeting: the same form, sheet after sheet, by the keyboard. */
@Controller("/equipe/{contract}/questionnaires/{slug}/saisie")
class ConsultationDeskController {

    static final List<Channel> CHANNELS = List.of(Channel.PAPER, Channel.PHONE, Channel.MEETING);

    private final Questionnaires questionnaires;
    private final OpinionFormViews forms;
    private final Opinions opinions;
    private final Texts texts;
    private final Languages languages;
    private final ReceiptCodes codes;
    private final FormKeys formKeys;
    private final DeskPages pages;

    ConsultationDeskController(
            Questionnaires questionnaires,
            OpinionFormViews forms,
            Opinions opinions,
            Texts texts,
            Languages languages,
            ReceiptCodes codes,
            FormKeys formKeys,
            DeskPages pages) {
        this.questionnaires = questionnaires;
        this.forms = forms;
        this.opinions = opinions;
        this.texts = texts;
        this.languages = languages;
        this.codes = codes;
        this.formKeys = formKeys;
        this.pages = pages;
    }

    /** A blank sheet; what is the same on each sheet of a pile (channel, language, neighbourhood) stays as it was. */
    @Get("{?code,channel,language,home}")
    HttpResponse<?> blank(
            Desk desk,
            String contract,
            String slug,
            @Nullable @QueryValue String code,
            @Nullable @QueryValue String channel,
            @Nullable @QueryValue String language,
            @Nullable @QueryValue String home) {
        Contract found = desk.contract(contract, Permission.ENTER);
        var kept = new HashMap<String, List<String>>();
        put(kept, "channel", channel);
        put(kept, "language", language);
        put(kept, "home", home);
        Optional<String> done = Optional.ofNullable(code).flatMap(codes::read);
        return sheet(
                desk,
                found,
                HttpStatus.OK,
                questionnaire(found, slug),
                new OpinionForm(new FormBody(kept)),
                Map.of(),
                formKeys.next(),
                done.orElse(null));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> enter(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ENTER);
        Questionnaire asked = questionnaire(found, slug);
        var form = new OpinionForm(FormBody.of(body));
        String key = formKeys.of(form.body().get("key"));
        Map<String, String> errors = form.errors(asked);
        if (!errors.isEmpty()) {
            return sheet(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, asked, form, errors, key, null);
        }
        Channel channel = channel(form);
        String language = language(found, form);
        String code = opinions.receive(found, asked, form, new Opinions.Sent(key, language, channel, desk.accountId()));
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + "/questionnaires/" + slug + "/saisie?code="
                + code + "&channel=" + channel.key() + "&language=" + language + "&home="
                + URLEncoder.encode(form.home(), StandardCharsets.UTF_8)));
    }

    private HttpResponse<?> sheet(
            Desk desk,
            Contract contract,
            HttpStatus status,
            Questionnaire asked,
            OpinionForm form,
            Map<String, String> errors,
            String key,
            @Nullable String done) {
        TextsRead read = texts.read(Language.SOURCE, asked.texts());
        String language = language(contract, form);
        var page = new SheetPage(
                contract.slug(),
                asked.consultation().slug(),
                read.get(asked.consultation().titleText()).body(),
                key,
                done,
                CHANNELS.stream()
                        .map(one -> new Way(one.key(), one.name(), one == channel(form)))
                        .toList(),
                languages.of(contract.languageCodes()).stream()
                        .map(one ->
                                new Way(one.code(), one.endonym(), one.code().equals(language)))
                        .toList(),
                forms.view(Language.SOURCE, asked, read, form, errors));
        return pages.show(
                desk, contract, status, "consultation/sheet", "consultation.desk.sheet.title", "consultations", page);
    }

    private Questionnaire questionnaire(Contract contract, String slug) {
        return questionnaires.find(contract.id(), slug).orElseThrow(NotFound::new);
    }

    private static Channel channel(OpinionForm form) {
        return CHANNELS.stream()
                .filter(channel -> channel.key().equals(form.body().get("channel")))
                .findFirst()
                .orElse(Channel.PAPER);
    }

    private static String language(Contract contract, OpinionForm form) {
        String chosen = form.body().get("language");
        return contract.languageCodes().contains(chosen) ? chosen : Language.SOURCE;
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable String value) {
        values.put(field, List.of(Objects.requireNonNullElse(value, "")));
    }

    /** A channel or a language to choose. */
    record Way(String key, String name, boolean isChosen) {}

    /**
     * A sheet to type in.
     *
     * @param done code of the sheet that was typed just before, or null
     */
    record SheetPage(
            String contract,
            String slug,
            String title,
            String formKey,
            @Nullable String done,
            List<Way> channels,
            List<Way> languages,
            OpinionFormView form) {}
}
