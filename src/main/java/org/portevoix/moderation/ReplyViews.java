package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.account.Accounts;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;

/** Reads replies with the names of those who gave them. */
@Singleton
class ReplyViews {

    private final ReplyRepository replies;
    private final Accounts accounts;
    private final Calendar calendar;

    ReplyViews(ReplyRepository replies, Accounts accounts, Calendar calendar) {
        this.replies = replies;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /** To its writer, oldest first. */
    List<ReplyView> ofOpinion(Contract contract, long opinionId) {
        return views(contract, replies.findByOpinion(opinionId));
    }

    /** To all, latest first. */
    List<ReplyView> ofConsultation(Contract contract, long consultationId) {
        return views(contract, replies.findPublic(consultationId));
    }

    private List<ReplyView> views(Contract contract, List<Reply> found) {
        Map<Long, String> names =
                accounts.names(found.stream().map(Reply::accountId).distinct().toList());
        return found.stream()
                .map(reply -> ReplyView.of(reply, names, contract.zoneId(), calendar))
                .toList();
    }
}
