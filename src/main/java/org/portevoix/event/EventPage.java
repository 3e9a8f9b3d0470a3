package org.portevoix.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** One session of an event, with the other days on which it is held. */
record EventPage(
        SessionCard card,
        EventSession session,
        TextsRead texts,
        boolean isOver,
        List<SessionCard> others,
        ActionSheets.@Nullable Link action) {

    @Nullable
    String address() {
        return session.address();
    }

    @Nullable
    Translated access() {
        return texts.find(session.accessText());
    }

    @Nullable
    Translated price() {
        return texts.find(session.priceText());
    }

    @Nullable
    Translated bring() {
        return texts.find(session.bringText());
    }

    @Nullable
    Translated reason() {
        return texts.find(session.reasonText());
    }

    List<String> languages() {
        return session.languageCodes();
    }

    boolean isStepFree() {
        return session.isStepFree();
    }

    boolean hasChildCare() {
        return session.hasChildCare();
    }

    boolean hasSignLanguage() {
        return session.hasSignLanguage();
    }

    @Nullable
    Integer places() {
        return session.places();
    }

    boolean isSensitive() {
        return session.isSensitive();
    }

    @Nullable
    String telephone() {
        return session.telephone();
    }

    @Nullable
    String telephoneLink() {
        return session.telephone() == null ? null : session.telephone().replaceAll("[^+0-9]", "");
    }

    boolean hasFallback() {
        return texts.hasFallback();
    }

    boolean hasStale() {
        return texts.hasStale();
    }
}
