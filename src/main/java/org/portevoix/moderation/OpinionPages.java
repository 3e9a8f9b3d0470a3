package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
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
    private final OpinionParts parts;
    private final Masking masking;
    private final ReplyViews replies;
    private final DeskPages pages;
    private final FormKeys formKeys;

    OpinionPages(
            OpinionCards cards,
            OpinionParts parts,
            Masking masking,
            ReplyViews replies,
            DeskPages pages,
            FormKeys formKeys) {
        this.cards = cards;
        this.parts = parts;
        this.masking = masking;
        this.replies = replies;
        this.pages = pages;
        this.formKeys = formKeys;
    }

    HttpResponse<?> show(Desk desk, Contract contract, OpinionRead opinion, String done) {
        return show(desk, contract, HttpStatus.OK, opinion, TypedForms.none(), List.of(), done);
    }

    /** With what was typed, and what is wrong with it. */
    HttpResponse<?> showAgain(Desk desk, Contract contract, OpinionRead opinion, TypedForms typed) {
        return show(desk, contract, HttpStatus.UNPROCESSABLE_ENTITY, opinion, typed, List.of(), "");
    }

    /** With the words that were masked, as somebody just asked for them. */
    HttpResponse<?> opened(Desk desk, Contract contract, OpinionRead opinion, List<String> words) {
        return show(desk, contract, HttpStatus.OK, opinion, TypedForms.none(), words, "");
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            OpinionRead opinion,
            TypedForms typed,
            List<String> opened,
            String done) {
        OpinionCard card = cards.of(desk, contract, List.of(opinion), typed.decision(), typed.errors())
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
                        String.valueOf(desk.accountId()),
                        card,
                        cards.undone(contract, opinion.id()),
                        replies.ofOpinion(contract, opinion.id()),
                        masking.offered(opinion, typed.decision(), desk.accountId(), !opened.isEmpty()),
                        parts.second(desk, contract, opinion, typed.other()),
                        parts.contested(desk, contract, opinion, typed.other()),
                        parts.seal(desk, contract, opinion, opened, typed.other()),
                        parts.sense(contract, opinion, card),
                        desk.may(Permission.ANSWER, contract),
                        typed.reply().text(),
                        formKeys.of(typed.reply().key()),
                        typed.errors(),
                        done));
    }
}
