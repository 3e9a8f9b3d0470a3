package org.portevoix.content;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.web.NotFound;

/** An item as residents will see it on a telephone, in each language, at the desk. */
@Controller("/equipe/{contract}/contenus/{kind}/{slug:[A-Za-z0-9-]+}/telephone")
class PhoneController {

    private final Contents contents;
    private final Languages languages;
    private final DeskPages pages;

    PhoneController(Contents contents, Languages languages, DeskPages pages) {
        this.contents = contents;
        this.languages = languages;
        this.pages = pages;
    }

    @Get("{?lang}")
    HttpResponse<?> show(
            Desk desk, String contract, String kind, String slug, @QueryValue(defaultValue = "fr") String lang) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Kind of = Kind.at(kind)
                .filter(found -> found.hasState() && found != Kind.EFFECT)
                .orElseThrow(NotFound::new);
        ContractItem item = contents.find(one, of, slug);
        Language language = languages.find(lang).orElseThrow(NotFound::new);
        String address = ContentLists.address(one, of, item);
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "content/phone",
                "content.desk.phone.title",
                "content",
                new PhonePage(
                        address,
                        desk.may(Permission.PUBLISH, one),
                        ContentLists.title(item),
                        language.code(),
                        ContentLists.columns(one, languages, language.code()).stream()
                                .map(code -> new ContentListPage.Choice(code, code, code.equals(language.code())))
                                .toList()));
    }

    /** @param languages in which it can be seen */
    record PhonePage(
            String address,
            boolean mayWriteItem,
            String title,
            String language,
            List<ContentListPage.Choice> languages) {}
}
