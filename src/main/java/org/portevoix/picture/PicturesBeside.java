package org.portevoix.picture;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Beside;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;

/** Puts the pictures of an action or an event on its page. */
@Singleton
class PicturesBeside implements Beside {

    private final PictureRepository pictures;

    PicturesBeside(PictureRepository pictures) {
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public @Nullable Object of(Visit visit, String list, long itemId) {
        List<Picture> found = pictures.findByItem(list, itemId);
        if (found.isEmpty()) {
            return null;
        }
        Map<Long, PictureAlt> alts = visit.lang().equals(Language.SOURCE)
                ? Map.of()
                : pictures.findAlts(found.stream().map(Picture::id).toList()).stream()
                        .filter(alt ->
                                alt.reviewerId() != null && alt.language().equals(visit.lang()))
                        .collect(Collectors.toMap(PictureAlt::pictureId, alt -> alt));
        return found.stream()
                .map(picture -> {
                    PictureAlt own = alts.get(picture.id());
                    return new ShownPicture(
                            picture.address(),
                            picture.width(),
                            picture.height(),
                            own == null ? picture.alt() : own.body(),
                            own == null
                                    ? Language.SOURCE
                                    : Objects.requireNonNull(own).language(),
                            own == null ? "ltr" : visit.language().direction());
                })
                .toList();
    }
}
