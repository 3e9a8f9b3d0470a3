package org.portevoix.moderation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One opinion with what was decided, what was answered and the forms to do both.
 *
 * @param me number of the account that reads
 * @param undone what had been decided before, and was undone
 * @param masking null where nothing can be published
 * @param contest null where the writer asked for no other reading
 * @param reply what was typed, or ""
 * @param errors message keys by field, in the order of the page
 * @param done what was just done, or ""
 */
record OpinionPage(
        String contract,
        String me,
        OpinionCard opinion,
        List<OpinionCard.Made> undone,
        List<ReplyView> replies,
        Masking.@Nullable Fields masking,
        Second second,
        @Nullable Contested contest,
        Seal seal,
        Sense sense,
        boolean mayAnswer,
        String reply,
        String key,
        Map<String, String> errors,
        String done) {

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    boolean isReplied() {
        return done.equals("reponse");
    }

    boolean isUndone() {
        return done.equals("annulation");
    }

    /** Whether its writer asks for another reading, and nobody has given it: it is decided anew, not undone. */
    boolean isContested() {
        return contest != null && contest.isOpen();
    }

    /** Whether the words to mask are open at once. */
    boolean isMasking() {
        return done.equals("masquer") || masking != null && masking.isOpen();
    }

    boolean isAsked() {
        return done.equals("demande");
    }

    boolean isAdvised() {
        return done.equals("conseil");
    }

    boolean isSettled() {
        return done.equals("relecture");
    }

    boolean isThemed() {
        return done.equals("themes");
    }

    boolean isTranslated() {
        return done.equals("traduction");
    }

    /** No machine gave a draft. */
    boolean isUntranslated() {
        return done.equals("sans-traduction");
    }

    String replyAddress() {
        return "/equipe/" + contract + "/avis/" + opinion.id() + "/reponse";
    }

    boolean asksForReply() {
        return mayAnswer && !opinion.isWithdrawn();
    }

    /**
     * What was put to a second person, and the forms to do so.
     *
     * @param waits whether the opinion does
     * @param isMine whether the answer is awaited from who reads this page
     * @param colleagues to whom it can be put, or the opinion given
     * @param question typed, as the rest
     */
    record Second(
            List<Reading> readings,
            boolean waits,
            boolean isMine,
            List<QueuePage.Choice> colleagues,
            String question,
            String said,
            String advice) {

        boolean isShown() {
            return waits || !readings.isEmpty();
        }

        boolean hasColleagues() {
            return !colleagues.isEmpty();
        }
    }

    /** @param advice null while awaited, or when it was taken back */
    record Reading(
            String askedBy,
            String askedOf,
            String question,
            String day,
            boolean waits,
            @Nullable String advice,
            @Nullable String said) {}

    /**
     * The writer asks for another reading.
     *
     * @param isByMe whether who reads this page decided what is contested
     * @param others who may settle it, where this person may not
     * @param settledBy null while it waits
     * @param note typed
     */
    record Contested(
            String words,
            String lang,
            String day,
            boolean isByMe,
            String others,
            @Nullable String outcome,
            @Nullable String settledBy,
            String note) {

        boolean isOpen() {
            return outcome == null;
        }
    }

    /**
     * What is masked.
     *
     * @param isSealed whether there is anything to read
     * @param opened the words, when they were just asked for
     * @param why typed
     */
    record Seal(boolean isSealed, boolean mayOpen, List<SealView> readings, List<String> opened, String why) {

        boolean isOpened() {
            return !opened.isEmpty();
        }

        boolean isShown() {
            return isSealed || !readings.isEmpty();
        }
    }

    /**
     * What it is about and its words in French, to change both.
     *
     * @param themes all there are; those that are confirmed are chosen
     * @param answers each with its words in French, or ""
     * @param asksForFrench whether the words may be in another language
     * @param hasMachine whether one can be asked for a draft
     * @param hasMachineUnallowed whether there is one that may not read opinions
     */
    record Sense(
            List<QueuePage.Choice> themes,
            List<InFrench> answers,
            boolean asksForFrench,
            boolean hasMachine,
            boolean hasMachineUnallowed) {

        boolean isShown() {
            return !answers.isEmpty();
        }
    }

    record InFrench(long questionId, String question, String body, boolean isMachine) {}

    record SealView(String by, String day, String why) {}
}
