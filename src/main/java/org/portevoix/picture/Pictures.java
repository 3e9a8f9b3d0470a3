package org.portevoix.picture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.portevoix.content.Kind;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.web.KeptBytes;
import org.portevoix.web.NotFound;
import org.portevoix.web.PageChanges;

/** Keeps the pictures of actions and events, and what they show in each language. */
@Singleton
@Transactional
class Pictures {

    /** On one page. */
    static final int MOST = 3;

    private final PictureRepository pictures;
    private final ContractItems items;
    private final PageChanges pages;
    private final Clock clock;

    Pictures(PictureRepository pictures, ContractItems items, PageChanges pages, Clock clock) {
        this.pictures = pictures;
        this.items = items;
        this.pages = pages;
        this.clock = clock;
    }

    /** The key of what hinders, or "". */
    String add(Contract contract, Kind kind, ContractItem item, SmallPhoto photo, String alt, long accountId) {
        items.lock(contract.id());
        if (pictures.count(kind.list(), item.id()) >= MOST) {
            return "picture.desk.error.too_many";
        }
        int added = pictures.add(
                contract.id(),
                kind.list(),
                item.id(),
                item.slug(),
                alt,
                photo.width(),
                photo.height(),
                KeptBytes.digest(photo.bytes()),
                photo.bytes(),
                accountId,
                clock.instant());
        if (added == 0) {
            return "picture.desk.error.twice";
        }
        pages.changed(kind.tags(contract.id(), item.id()));
        return "";
    }

    /** @param typed by language; "" takes it away */
    Picture translate(Contract contract, long id, Map<String, String> typed, long accountId) {
        Picture picture = find(contract, id);
        typed.forEach((language, body) -> {
            if (body.isEmpty()) {
                pictures.forget(id, language);
            } else {
                pictures.write(id, language, body, accountId);
            }
        });
        changed(picture);
        return picture;
    }

    /** Shows what others than this person wrote; false where there was nothing of the kind. */
    boolean review(Contract contract, Picture picture, long accountId) {
        boolean isReviewed = pictures.review(find(contract, picture.id()).id(), accountId) > 0;
        changed(picture);
        return isReviewed;
    }

    Picture remove(Contract contract, long id) {
        Picture picture = find(contract, id);
        pictures.remove(contract.id(), id);
        changed(picture);
        return picture;
    }

    private Picture find(Contract contract, long id) {
        return pictures.find(contract.id(), id).orElseThrow(NotFound::new);
    }

    private void changed(Picture picture) {
        pages.changed(kind(picture).tags(picture.contractId(), picture.itemId()));
    }

    static Kind kind(Picture picture) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.list().equals(picture.list()))
                .findFirst()
                .orElseThrow();
    }
}
