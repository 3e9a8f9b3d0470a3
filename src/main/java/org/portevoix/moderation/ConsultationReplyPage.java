package org.portevoix.moderation;

import java.util.List;
import java.util.Map;

/** A consultation, what was publicly answered to those who took part in it, and the form to answer. */
record ConsultationReplyPage(
        String contract,
        ConsultationListPage.Row consultation,
        List<ReplyView> replies,
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

    String replyAddress() {
        return "/equipe/" + contract + "/questionnaires/" + consultation.slug() + "/reponse";
    }

    boolean isAnswerable() {
        return !consultation.state().equals("TO_COME");
    }
}
