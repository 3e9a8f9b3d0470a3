package org.portevoix.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormError;

/**
 * The form of an item.
 *
 * @param address of the item at the desk; of a new one, where its form is sent
 * @param state DRAFT, PUBLISHED, ARCHIVED, or "" of what has none
 * @param slug its name in addresses, as it stands in the form
 * @param done key of what was just done, or ""
 * @param publicAddress in French; "" where it has no page
 * @param since what somebody else changed meanwhile; empty where nobody did
 * @param plain how its texts read, those that were typed
 * @param mayStayHard whether residents read it already although it is hard to read
 * @param reason why it is shown although it is hard to read, as typed
 * @param planned when the draft shows itself, if at all
 * @param remarks on the edition before; of an event alone
 * @param ready questions that are written already; of a questionnaire alone
 * @param lastChange who changed it last, and when; "" where nobody did here
 */
record ItemPage(
        String contract,
        String kind,
        String address,
        boolean isNew,
        boolean hasPages,
        String title,
        String state,
        String slug,
        boolean mayRename,
        String revision,
        List<FieldViews.Group> groups,
        ItemForm form,
        String done,
        String publicAddress,
        List<ContentListPage.LanguageMark> languages,
        List<ItemPage.Since> since,
        String lastChange,
        @Nullable String warning,
        PlainAdvice plain,
        boolean mayStayHard,
        String reason,
        Planned planned,
        List<ReadyQuestions.Ready> ready,
        List<EditionAsks.Remark> remarks) {

    boolean hasPictures() {
        return kind.equals(Kind.ACTION.address()) || kind.equals(Kind.EVENT.address());
    }

    boolean isDraft() {
        return state.equals("DRAFT");
    }

    boolean isPublished() {
        return state.equals("PUBLISHED");
    }

    /** Whose days may follow a rule. */
    boolean isEvent() {
        return kind.equals(Kind.EVENT.address());
    }

    boolean isArchived() {
        return state.equals("ARCHIVED");
    }

    /** Whether a reason is asked for before residents read this. */
    boolean asksReason() {
        return !plain.isPlain();
    }

    /** Whether the form asks for it: what is typed would be read at once. */
    boolean asksReasonToSave() {
        return isPublished()
                && form.errors().stream().anyMatch(wrong -> wrong.field().equals("c-" + ItemRules.REASON));
    }

    /** Why publishing was refused; "" where it was not. */
    String reasonError() {
        return error(ItemRules.REASON);
    }

    /** The same, of the hour. */
    String planReasonError() {
        return error(ItemRules.PLAN_REASON);
    }

    private String error(String path) {
        return form.errors().stream()
                .filter(wrong -> wrong.field().equals("c-" + path))
                .map(FormError::message)
                .findFirst()
                .orElse("");
    }

    /** Whether it has a page of its own to look at before it is shown. */
    boolean isPreviewed() {
        return hasState() && !kind.equals(Kind.EFFECT.address());
    }

    boolean hasState() {
        return !state.isEmpty() && !isNew;
    }

    boolean isConflict() {
        return !since.isEmpty();
    }

    /** Whether it is something to come to or to take part in, and so to announce on paper. */
    boolean hasPosters() {
        return hasPages && !kind.equals(Kind.ACTION.address());
    }

    /** Languages other than French, of what is kept already. */
    boolean hasLanguages() {
        return !languages.isEmpty() && !isNew;
    }

    /**
     * When a draft shows itself.
     *
     * @param when in words; "" where nobody decided it
     * @param day as the form's field holds it, likewise hour
     */
    record Planned(String when, boolean isHindered, String day, String hour, String reason) {
        static final Planned NOT = new Planned("", false, "", "", "");

        /** With the day, the hour and the reason that were typed. */
        Planned as(FormBody typed) {
            return new Planned(when, isHindered, typed.get("day"), typed.get("hour"), typed.get(ItemRules.REASON));
        }
    }

    /** @param label of the field; typed: what this person wrote; kept: what stands there now */
    record Since(String label, String typed, String kept) {}

    /** What was wrong, as the error summary reads it. */
    record ItemForm(List<FormError> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}
