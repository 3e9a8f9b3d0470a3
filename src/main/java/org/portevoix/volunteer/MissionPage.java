package org.portevoix.volunteer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.TelephoneLink;

/**
 * One mission, with the form to take part.
 *
 * @param form null when there is nothing to ask for: every date is past
 * @param notice key of what is to be said above the form, or null
 */
record MissionPage(
        Mission mission,
        TextsRead texts,
        ActionSheets.@Nullable Link action,
        @Nullable SignUpFormView form,
        @Nullable String notice) {

    Translated title() {
        return texts.get(mission.titleText());
    }

    /** After the contract's own address. */
    String posterPath() {
        return "/benevoles/" + mission.slug();
    }

    String slug() {
        return mission.slug();
    }

    Translated summary() {
        return texts.get(mission.summaryText());
    }

    Translated commitment() {
        return texts.get(mission.commitmentText());
    }

    @Nullable
    String telephoneLink() {
        return TelephoneLink.find(mission.telephone());
    }

    @Nullable
    Translated place() {
        return texts.find(mission.placeText());
    }

    List<String> languages() {
        return mission.languageCodes();
    }
}
