package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.consultation.OpinionState;
import org.portevoix.contract.Contract;

/** The same decision about several opinions: each is judged alone and done alone; those that can't be stay, with the reason. */
@Singleton
class BulkDecisions {

    private final OpinionReading reading;
    private final ModerationDecisions decisions;
    private final Sharing sharing;

    BulkDecisions(OpinionReading reading, ModerationDecisions decisions, Sharing sharing) {
        this.reading = reading;
        this.decisions = decisions;
        this.sharing = sharing;
    }

    BulkForm.Came decide(Contract contract, BulkForm form, long accountId) {
        Map<Long, OpinionRead> opinions =
                reading
                        .findAll(form.ticked().stream()
                                .map(BulkForm.Ticked::opinionId)
                                .toList())
                        .stream()
                        .filter(opinion -> opinion.contractId() == contract.id())
                        .collect(Collectors.toMap(OpinionRead::id, Function.identity()));
        Map<Long, Long> holders = sharing.holders(opinions.keySet());
        List<QueuePage.Left> left = new ArrayList<>();
        for (BulkForm.Ticked one : form.ticked()) {
            OpinionRead opinion = opinions.get(one.opinionId());
            String why = opinion == null
                    ? "GONE"
                    : form.isAssigning()
                            ? assign(opinion, holders.get(opinion.id()), form, accountId)
                            : decide(opinion, form.about(one), accountId);
            if (!why.isEmpty()) {
                left.add(new QueuePage.Left(one.opinionId(), why));
            }
        }
        return new BulkForm.Came(form.ticked().size() - left.size(), left, Map.of());
    }

    private String assign(OpinionRead opinion, @Nullable Long holder, BulkForm form, long accountId) {
        if (opinion.state() != OpinionState.WAITING) {
            return "DECIDED";
        }
        long to = form.to().orElseThrow();
        return Objects.equals(holder, to) || sharing.assign(opinion.id(), holder, to, accountId) ? "" : "TAKEN";
    }

    /** Why not, or "" when it is done. */
    private String decide(OpinionRead opinion, DecisionForm form, long accountId) {
        if (opinion.state() != OpinionState.WAITING) {
            return opinion.state() == OpinionState.WITHDRAWN ? "WITHDRAWN" : "DECIDED";
        }
        if (!form.errors(opinion).isEmpty()) {
            return "NO_LEAVE";
        }
        if (form.revision() != opinion.revision()) {
            return "CORRECTED";
        }
        return switch (decisions.decide(opinion, form, accountId)) {
            case DONE -> "";
            case OVERTAKEN -> "DECIDED";
            case ASKED -> "ASKED";
            case CONTESTED -> "CONTESTED";
        };
    }
}
