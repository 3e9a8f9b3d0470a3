package org.portevoix.content;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.content.TranslationDesk.Kept;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;

/** An item in another language, beside its French. */
@Controller("/equipe/{contract}/contenus/{kind}/{slug:[A-Za-z0-9-]+}/{lang:[a-z][a-z][a-z]?}")
class TranslationController {

    private final TranslationDesk translations;
    private final MachineDrafts machine;
    private final TranslationPages items;
    private final Contents contents;
    private final Languages languages;
    private final DeskPages pages;

    TranslationController(
            TranslationDesk translations,
            MachineDrafts machine,
            TranslationPages items,
            Contents contents,
            Languages languages,
            DeskPages pages) {
        this.translations = translations;
        this.machine = machine;
        this.items = items;
        this.contents = contents;
        this.languages = languages;
        this.pages = pages;
    }

    @Get("{?fait,ecrits}")
    HttpResponse<?> show(
            Desk desk,
            String contract,
            String kind,
            String slug,
            String lang,
            @QueryValue(defaultValue = "") String fait,
            @QueryValue(defaultValue = "") String ecrits) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "content/translation",
                "content.desk.translation.title",
                "translations",
                items.of(
                        desk,
                        one,
                        kind(kind),
                        contents.find(one, kind(kind), slug),
                        language(lang),
                        Map.of(),
                        ecrits.matches("[0-9]{1,4}") ? ecrits : "",
                        fait,
                        ""));
    }

    /** Keeps drafts. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> save(
            Desk desk, String contract, String kind, String slug, String lang, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Language language = language(lang);
        Kept kept = translations.save(one, kind(kind), slug, language.code(), FormBody.of(body), desk.accountId());
        return kept.isWhole()
                ? done(one, kind, slug, lang, "drafted")
                : refuse(desk, one, HttpStatus.CONFLICT, kind(kind), slug, language, kept.clashes(), "clash");
    }

    /** Keeps drafts, and shows what somebody else wrote. */
    @Post("/relecture")
    @Consumes(MediaType.ALL)
    HttpResponse<?> review(
            Desk desk, String contract, String kind, String slug, String lang, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Language language = language(lang);
        FormBody form = FormBody.of(body);
        Kept kept = translations.save(one, kind(kind), slug, language.code(), form, desk.accountId());
        if (!kept.isWhole()) {
            return refuse(desk, one, HttpStatus.CONFLICT, kind(kind), slug, language, kept.clashes(), "clash");
        }
        String hindrance = translations.review(one, kind(kind), slug, language.code(), form, desk.accountId());
        return hindrance.isEmpty()
                ? done(one, kind, slug, lang, "reviewed")
                : refuse(desk, one, HttpStatus.UNPROCESSABLE_ENTITY, kind(kind), slug, language, Map.of(), hindrance);
    }

    /** Keeps drafts, and has a machine write those that are missing or stale. */
    @Post("/machine")
    @Consumes(MediaType.ALL)
    HttpResponse<?> machine(
            Desk desk, String contract, String kind, String slug, String lang, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Language language = language(lang);
        if (!machine.isFor(contents.find(one, kind(kind), slug))) {
            throw new NotFound();
        }
        Kept kept = translations.save(one, kind(kind), slug, language.code(), FormBody.of(body), desk.accountId());
        if (!kept.isWhole()) {
            return refuse(desk, one, HttpStatus.CONFLICT, kind(kind), slug, language, kept.clashes(), "clash");
        }
        int written = machine.write(one, kind(kind), slug, language.code(), desk.accountId());
        return written == 0
                ? refuse(desk, one, HttpStatus.BAD_GATEWAY, kind(kind), slug, language, Map.of(), "machine")
                : HttpResponse.seeOther(URI.create(address(one, kind, slug, lang) + "?ecrits=" + written));
    }

    private static HttpResponse<?> done(Contract contract, String kind, String slug, String lang, String done) {
        return HttpResponse.seeOther(URI.create(address(contract, kind, slug, lang) + "?fait=" + done));
    }

    private static String address(Contract contract, String kind, String slug, String lang) {
        return "/equipe/" + contract.slug() + "/contenus/" + kind + "/" + slug + "/" + lang;
    }

    private static Kind kind(String kind) {
        return Kind.at(kind).orElseThrow(NotFound::new);
    }

    private Language language(String lang) {
        if (lang.equals(Language.SOURCE)) {
            throw new NotFound();
        }
        return languages.find(lang).orElseThrow(NotFound::new);
    }

    private HttpResponse<?> refuse(
            Desk desk,
            Contract contract,
            HttpStatus status,
            Kind kind,
            String slug,
            Language language,
            Map<String, String> clashes,
            String error) {
        ContractItem item = contents.find(contract, kind, slug);
        return pages.show(
                desk,
                contract,
                status,
                "content/translation",
                "content.desk.translation.title",
                "translations",
                items.of(desk, contract, kind, item, language, clashes, "", "", error));
    }
}
