package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormKeys;

/** The page of one opinion. */
@Singleton
class OpinionPages {

    private final OpinionCards cards;
    private final ReplyViews replies;
    private final DeskPages pages;
    private final FormKeys formKeys;

    OpinionPages(OpinionCards cards, ReplyViews replies, DeskPages pages, FormKeys formKeys) {
        this.cards = cards;
        this.replies = replies;
        this.pages = pages;
        this.formKeys = formKeys;
    }

    HttpResponse<?> show(Desk desk, Contract contract, OpinionRead opinion, String done) {
        return show(desk, contract, HttpStatus.OK, opinion, DecisionForm.blank(), ReplyForm.blank(), Map.of(), done);
    }

    /** With what was typed, and what is wrong with it. */
    HttpResponse<?> showAgain(
            Desk desk,
            Contract contract,
            OpinionRead opinion,
            DecisionForm decision,
            ReplyForm reply,
            Map<String, String> errors) {
        return show(desk, contract, HttpStatus.UNPROCESSABLE_ENTITY, opinion, decision, reply, errors, "");
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            OpinionRead opinion,
            DecisionForm decision,
            ReplyForm reply,
            Map<String, String> errors,
            String done) {
        OpinionCard card = cards.of(contract, List.of(opinion), OpinionCard.DecisionFields.of(decision, errors))
                .getFirst();
        return pages.show(
                desk,
                contract,
                status,
                "moderation/opinion",
                "moderation.desk.opinion.title",
                card.waits() ? "queue" : "decided",
                new OpinionPage(
                        contract.slug(),
                        card,
                        cards.undone(contract, opinion.id()),
                        replies.ofOpinion(contract, opinion.id()),
                        desk.may(Permission.ANSWER, contract),
                        reply.text(),
                        formKeys.of(reply.key()),
                        errors,
                        done));
    }
}
