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
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
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
    private final Contents contents;
    private final Languages languages;
    private final DeskPages pages;

    TranslationController(TranslationDesk translations, Contents contents, Languages languages, DeskPages pages) {
        this.translations = translations;
        this.contents = contents;
        this.languages = languages;
        this.pages = pages;
    }

    @Get("{?fait}")
    HttpResponse<?> show(
            Desk desk,
            String contract,
            String kind,
            String slug,
            String lang,
            @QueryValue(defaultValue = "") String fait) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return show(desk, one, HttpStatus.OK, kind(kind), slug, language(lang), fait, "");
    }

    /** Keeps drafts. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> save(
            Desk desk, String contract, String kind, String slug, String lang, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Language language = language(lang);
        translations.save(one, kind(kind), slug, language.code(), FormBody.of(body), desk.accountId());
        return done(one, kind, slug, lang, "drafted");
    }

    /** Keeps drafts, and shows what may be shown. */
    @Post("/relecture")
    @Consumes(MediaType.ALL)
    HttpResponse<?> review(
            Desk desk, String contract, String kind, String slug, String lang, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Language language = language(lang);
        translations.save(one, kind(kind), slug, language.code(), FormBody.of(body), desk.accountId());
        String hindrance = translations.review(one, kind(kind), slug, language.code(), desk.accountId());
        return hindrance.isEmpty()
                ? done(one, kind, slug, lang, "reviewed")
                : show(desk, one, HttpStatus.UNPROCESSABLE_ENTITY, kind(kind), slug, language, "", hindrance);
    }

    private static HttpResponse<?> done(Contract contract, String kind, String slug, String lang, String done) {
        return HttpResponse.seeOther(URI.create(
                "/equipe/" + contract.slug() + "/contenus/" + kind + "/" + slug + "/" + lang + "?fait=" + done));
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

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            Kind kind,
            String slug,
            Language language,
            String done,
            String error) {
        ContractItem item = contents.find(contract, kind, slug);
        return pages.show(
                desk,
                contract,
                status,
                "content/translation",
                "content.desk.translation.title",
                "content",
                translations.page(contract, kind, item, language, desk.may(Permission.PUBLISH, contract), done, error));
    }
}
