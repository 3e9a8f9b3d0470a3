package org.portevoix.moderation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.sense.Themes;

/**
 * A consultation, what was publicly answered to those who took part in it, and the form to answer.
 *
 * @param themes what people speak of
 * @param plain how the answer that was typed reads
 * @param wordless opinions without words that count; empty for those who may not moderate
 * @param refused how many were just taken out of the figures; null when none were
 */
record ConsultationReplyPage(
        String contract,
        ConsultationListPage.Row consultation,
        List<ReplyView> replies,
        Themes.Counts themes,
        String reply,
        PlainCheck plain,
        String key,
        List<OpinionCard> wordless,
        int number,
        boolean hasMore,
        @Nullable Integer refused,
        Map<String, String> errors,
        String done) {

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    boolean isReplied() {
        return done.equals("reponse");
    }

    int previous() {
        return number - 1;
    }

    int next() {
        return number + 1;
    }

    boolean hasPrevious() {
        return number > 1;
    }

    boolean isPaged() {
        return number > 1 || hasMore;
    }

    /** After the contract's own at the desk. */
    String wordlessAddress() {
        return "questionnaires/" + consultation.slug();
    }

    String replyAddress() {
        return "/equipe/" + contract + "/questionnaires/" + consultation.slug() + "/reponse";
    }

    boolean isAnswerable() {
        return !consultation.state().equals("TO_COME");
    }
}
