package org.portevoix.picture;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormError;

/**
 * The pictures of one item, and the form to add another.
 *
 * @param address of the page, where its form is sent too
 * @param mayWrite whether the reader may add and take away; else they translate
 * @param done key of what was just done, or ""
 */
record PicturePage(
        String contract,
        String address,
        String itemAddress,
        boolean mayWrite,
        boolean mayAdd,
        String title,
        String done,
        List<Row> rows,
        Form form) {

    /** @param waits whether somebody else than the reader wrote something that waits */
    record Row(long id, String address, int width, int height, String alt, List<Alt> alts, boolean waits) {}

    /**
     * What it shows in another language.
     *
     * @param state MISSING, DRAFT or READY
     */
    record Alt(String code, String direction, String body, String state) {}

    /**
     * What was typed; the file has to be chosen again.
     *
     * @param wrongs message by field
     */
    record Form(String alt, Map<String, String> wrongs) {

        boolean hasErrors() {
            return !wrongs.isEmpty();
        }

        List<FormError> errors() {
            return FormError.of(wrongs);
        }

        @Nullable
        String wrongFile() {
            return wrongs.get("file");
        }

        @Nullable
        String wrongAlt() {
            return wrongs.get("alt");
        }
    }
}
