package org.portevoix.recording;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormError;

/**
 * The voices of one item, and the form to bring another.
 *
 * @param address of the page, where its form is sent too
 * @param title of the item, in French
 * @param done key of what was just done, or ""
 */
record RecordingPage(
        String contract,
        String address,
        String itemAddress,
        boolean mayWriteItem,
        String title,
        String done,
        List<Row> rows,
        Form form) {

    /**
     * A voice, as the team sees it.
     *
     * @param item its title; "" on the item's own page
     * @param isOwn whether the reader brought it, and so can't show it alone
     */
    record Row(
            long id,
            String item,
            String itemAddress,
            String spoken,
            String direction,
            String shortText,
            String length,
            String who,
            String day,
            boolean isPublic,
            String reviewer,
            boolean isOwn) {

        boolean mayPublish() {
            return !isPublic && !isOwn;
        }
    }

    /**
     * What was typed; the file has to be chosen again.
     *
     * @param wrongs message by field
     */
    record Form(List<Choice> languages, String shortText, boolean hasConsent, Map<String, String> wrongs) {

        boolean hasErrors() {
            return !wrongs.isEmpty();
        }

        List<FormError> errors() {
            return FormError.of(wrongs);
        }

        @Nullable
        String wrongLanguage() {
            return wrongs.get("language");
        }

        @Nullable
        String wrongFile() {
            return wrongs.get("file");
        }

        @Nullable
        String wrongShortText() {
            return wrongs.get("short_text");
        }

        @Nullable
        String wrongConsent() {
            return wrongs.get("consent");
        }
    }

    record Choice(String code, boolean isChosen) {}
}
