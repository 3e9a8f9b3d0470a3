package org.portevoix.moderation;

import java.util.List;
import java.util.Map;

/**
 * One opinion with what was decided, what was answered and the forms to do both.
 *
 * @param undone what had been decided before, and was undone
 * @param reply what was typed, or ""
 * @param errors message keys by field, in the order of the page
 * @param done what was just done, or ""
 */
record OpinionPage(
        String contract,
        OpinionCard opinion,
        List<OpinionCard.Made> undone,
        List<ReplyView> replies,
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

    String replyAddress() {
        return "/equipe/" + contract + "/avis/" + opinion.id() + "/reponse";
    }

    boolean asksForReply() {
        return mayAnswer && !opinion.isWithdrawn();
    }
}
