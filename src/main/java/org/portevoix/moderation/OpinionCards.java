package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.portevoix.account.Accounts;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionState;
import org.portevoix.contract.Contract;
import org.portevoix.flag.Flag;
import org.portevoix.flag.Flags;
import org.portevoix.language.Calendar;

/** Puts opinions and what was decided about them together, for the desk's pages. */
@Singleton
class OpinionCards {

    private final ModerationDecisions decisions;
    private final Flags flags;
    private final Accounts accounts;
    private final Calendar calendar;
    private final Clock clock;

    OpinionCards(ModerationDecisions decisions, Flags flags, Accounts accounts, Calendar calendar, Clock clock) {
        this.decisions = decisions;
        this.flags = flags;
        this.accounts = accounts;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<OpinionCard> of(Contract contract, List<OpinionRead> opinions, OpinionCard.DecisionFields form) {
        Map<Long, ModerationDecision> made =
                decisions.of(opinions.stream().map(OpinionRead::id).toList());
        Map<Long, String> names = accounts.names(
                made.values().stream().map(ModerationDecision::accountId).toList());
        Map<Long, List<Flag>> noticed = flags.of(opinions.stream()
                .filter(opinion -> opinion.state() == OpinionState.WAITING)
                .map(OpinionRead::id)
                .toList());
        return opinions.stream()
                .map(opinion -> {
                    ModerationDecision decision = made.get(opinion.id());
                    return OpinionCard.of(
                            opinion,
                            contract.zoneId(),
                            clock.instant(),
                            calendar,
                            form,
                            decision == null ? null : OpinionCard.Made.of(decision, names, contract.zoneId(), calendar),
                            noticed.getOrDefault(opinion.id(), List.of()));
                })
                .toList();
    }

    /** All that was decided about it and undone since, oldest first. */
    List<OpinionCard.Made> undone(Contract contract, long opinionId) {
        List<ModerationDecision> found = decisions.history(opinionId).stream()
                .filter(ModerationDecision::isUndone)
                .toList();
        Map<Long, String> names = accounts.names(found.stream()
                .flatMap(one -> Stream.of(one.accountId(), Objects.requireNonNull(one.undoneBy())))
                .distinct()
                .toList());
        return found.stream()
                .map(one -> OpinionCard.Made.of(one, names, contract.zoneId(), calendar))
                .toList();
    }
}
