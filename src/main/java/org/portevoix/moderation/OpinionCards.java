package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionState;
import org.portevoix.contract.Contract;
import org.portevoix.flag.Flag;
import org.portevoix.flag.Flags;
import org.portevoix.language.Calendar;
import org.portevoix.language.Languages;
import org.portevoix.sense.OpinionTranslations;
import org.portevoix.sense.Themes;

/** Puts opinions and what was decided about them together, for the desk's pages. */
@Singleton
class OpinionCards {

    private final ModerationDecisions decisions;
    private final Sharing sharing;
    private final Flags flags;
    private final Themes themes;
    private final OpinionTranslations translations;
    private final Accounts accounts;
    private final Languages languages;
    private final Calendar calendar;
    private final Clock clock;

    OpinionCards(
            ModerationDecisions decisions,
            Flags flags,
            Themes themes,
            OpinionTranslations translations,
            Sharing sharing,
            Accounts accounts,
            Languages languages,
            Calendar calendar,
            Clock clock) {
        this.decisions = decisions;
        this.flags = flags;
        this.themes = themes;
        this.translations = translations;
        this.sharing = sharing;
        this.accounts = accounts;
        this.languages = languages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Without anything typed. */
    List<OpinionCard> of(Desk desk, Contract contract, List<OpinionRead> opinions) {
        return of(desk, contract, opinions, DecisionForm.blank(), Map.of());
    }

    /** @param form what was typed about them */
    List<OpinionCard> of(
            Desk desk, Contract contract, List<OpinionRead> opinions, DecisionForm form, Map<String, String> errors) {
        List<Long> ids = opinions.stream().map(OpinionRead::id).toList();
        Map<Long, ModerationDecision> made = decisions.of(ids);
        Map<Long, Long> latest = decisions.latest(ids);
        Map<Long, Long> holders = sharing.holders(ids);
        Map<Long, Long> asked = sharing.asked(ids);
        Map<Long, String> names = accounts.names(Stream.of(
                        made.values().stream().map(ModerationDecision::accountId),
                        holders.values().stream(),
                        asked.values().stream())
                .flatMap(all -> all)
                .distinct()
                .toList());
        Map<Long, List<Flag>> noticed = flags.of(opinions.stream()
                .filter(opinion -> opinion.state() == OpinionState.WAITING)
                .map(OpinionRead::id)
                .toList());
        Map<Long, Themes.About> about = themes.of(contract.id(), opinions);
        Map<Long, List<OpinionTranslations.Line>> french = translations.of(ids);
        var fields = OpinionCard.DecisionFields.of(form, languages.all(), errors);
        return opinions.stream()
                .map(opinion -> {
                    long id = opinion.id();
                    ModerationDecision decision = made.get(id);
                    Long holder = holders.get(id);
                    Long reader = asked.get(id);
                    return OpinionCard.of(
                            opinion,
                            contract.zoneId(),
                            clock.instant(),
                            calendar,
                            new OpinionCard.Shared(
                                    latest.getOrDefault(id, 0L),
                                    holder == null ? "" : String.valueOf(holder),
                                    holder == null ? "" : names.getOrDefault(holder, "?"),
                                    holder != null && holder == desk.accountId(),
                                    reader == null ? "" : names.getOrDefault(reader, "?")),
                            fields,
                            decision == null ? null : OpinionCard.Made.of(decision, names, contract.zoneId(), calendar),
                            noticed.getOrDefault(id, List.of()),
                            new OpinionCard.Meaning(
                                    about.getOrDefault(id, Themes.About.NOTHING), french.getOrDefault(id, List.of())));
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
