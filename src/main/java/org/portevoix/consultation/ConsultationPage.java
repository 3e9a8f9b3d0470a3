package org.portevoix.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/**
 * One consultation: its promise, its form while it is open, what the team answered, what residents said.
 *
 * @param opens day in words
 * @param form null while it is not open
 * @param notice message of what went wrong with the whole form, null when nothing did
 */
record ConsultationPage(
        Consultation consultation,
        TextsRead texts,
        String opens,
        String closes,
        String answerBy,
        boolean isToCome,
        boolean isClosed,
        @Nullable OpinionFormView form,
        @Nullable String notice,
        List<TeamVoice.Said> replies,
        List<OpinionRead> shown,
        ActionSheets.@Nullable Link action) {

    String slug() {
        return consultation.slug();
    }

    /** After the contract's own address. */
    String posterPath() {
        return "/avis/" + consultation.slug();
    }

    Translated title() {
        return texts.get(consultation.titleText());
    }

    Translated summary() {
        return texts.get(consultation.summaryText());
    }

    Translated reads() {
        return texts.get(consultation.readsText());
    }

    Translated canChange() {
        return texts.get(consultation.canChangeText());
    }

    Translated decided() {
        return texts.get(consultation.decidedText());
    }
}
