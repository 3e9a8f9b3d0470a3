package org.portevoix.picture;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.content.Kind;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;

/** Decides what the desk's page of an item's pictures shows. */
@Singleton
class PicturePages {

    private final PictureRepository pictures;
    private final Languages languages;
    private final Messages messages;

    PicturePages(PictureRepository pictures, Languages languages, Messages messages) {
        this.pictures = pictures;
        this.languages = languages;
        this.messages = messages;
    }

    /** @param errors field to the message's key */
    PicturePage of(
            Desk desk,
            Contract contract,
            Kind kind,
            ContractItem item,
            String alt,
            Map<String, String> errors,
            String done) {
        List<Picture> found = pictures.findByItem(kind.list(), item.id());
        List<PictureAlt> alts = found.isEmpty()
                ? List.of()
                : pictures.findAlts(found.stream().map(Picture::id).toList());
        Map<String, String> wrongs = new LinkedHashMap<>();
        errors.forEach((field, key) -> wrongs.put(field, messages.say(Language.SOURCE, key)));
        String itemAddress = kind.itemAddress(contract, item.slug());
        boolean mayWrite = desk.may(Permission.PUBLISH, contract);
        return new PicturePage(
                contract.slug(),
                itemAddress + "/images",
                itemAddress,
                mayWrite,
                mayWrite && found.size() < Pictures.MOST,
                item.body().path("title").path(Language.SOURCE).asString(item.slug()),
                done,
                found.stream()
                        .map(picture -> row(desk, contract, picture, alts))
                        .toList(),
                new PicturePage.Form(alt, wrongs));
    }

    private PicturePage.Row row(Desk desk, Contract contract, Picture picture, List<PictureAlt> all) {
        Map<String, PictureAlt> alts = new LinkedHashMap<>();
        all.stream().filter(alt -> alt.pictureId() == picture.id()).forEach(alt -> alts.put(alt.language(), alt));
        return new PicturePage.Row(
                picture.id(),
                picture.address(),
                picture.width(),
                picture.height(),
                picture.alt(),
                otherLanguages(contract).stream()
                        .map(code -> alt(code, alts.get(code)))
                        .toList(),
                alts.values().stream().anyMatch(alt -> alt.reviewerId() == null && alt.writerId() != desk.accountId()));
    }

    private PicturePage.Alt alt(String code, @Nullable PictureAlt alt) {
        String direction = languages.find(code).map(Language::direction).orElse("ltr");
        return alt == null
                ? new PicturePage.Alt(code, direction, "", "MISSING")
                : new PicturePage.Alt(code, direction, alt.body(), alt.reviewerId() == null ? "DRAFT" : "READY");
    }

    static List<String> otherLanguages(Contract contract) {
        return contract.languageCodes().stream()
                .filter(code -> !code.equals(Language.SOURCE))
                .toList();
    }
}
