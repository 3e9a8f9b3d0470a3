package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionState;
import org.portevoix.flag.Flag;
import org.portevoix.flag.FlagKind;
import org.portevoix.flag.Flags;

/** The form in which words are masked: each can be touched, and those that the site noticed are touched already. */
@Singleton
class Masking {

    /** What is masked most often for what was noticed; what concerns the whole opinion suggests nothing. */
    private static final Map<FlagKind, Reason> SUGGESTED = Map.ofEntries(
            Map.entry(FlagKind.TELEPHONE, Reason.NAMES_SOMEONE),
            Map.entry(FlagKind.EMAIL, Reason.NAMES_SOMEONE),
            Map.entry(FlagKind.ADDRESS, Reason.NAMES_SOMEONE),
            Map.entry(FlagKind.SOCIAL_SECURITY, Reason.NAMES_SOMEONE),
            Map.entry(FlagKind.IBAN, Reason.NAMES_SOMEONE),
            Map.entry(FlagKind.PLATE, Reason.NAMES_SOMEONE),
            Map.entry(FlagKind.CARER_OR_AGENT, Reason.NAMES_SOMEONE),
            Map.entry(FlagKind.OWN_HEALTH, Reason.PRIVATE_HEALTH),
            Map.entry(FlagKind.OTHERS_HEALTH, Reason.PRIVATE_HEALTH),
            Map.entry(FlagKind.INSULT, Reason.INSULT),
            Map.entry(FlagKind.HATE, Reason.ILLEGAL),
            Map.entry(FlagKind.THREAT, Reason.ILLEGAL));

    private final Flags flags;
    private final ModerationDecisions decisions;

    Masking(Flags flags, ModerationDecisions decisions) {
        this.flags = flags;
        this.decisions = decisions;
    }

    /**
     * Where this person may decide about words that may be shown. What is masked already is only cut again for who just opened
     * what is sealed.
     */
    @Nullable
    Fields offered(OpinionRead opinion, DecisionForm form, long accountId, boolean isOpened) {
        if (!Boolean.TRUE.equals(opinion.mayShow())) {
            return null;
        }
        if (opinion.state() == OpinionState.WAITING) {
            return fields(opinion, form);
        }
        boolean isWhole = opinion.words().stream().noneMatch(OpinionRead.Line::isMasked);
        return (isOpened || isWhole || wasSent(form)) && decisions.mayDecideAnew(opinion, accountId)
                ? fields(decisions.asWritten(opinion), form)
                : null;
    }

    /** With what was touched before when the form was sent, else with what is suggested. */
    private Fields fields(OpinionRead opinion, DecisionForm form) {
        boolean wasSent = wasSent(form);
        List<Flag> suggested = flags.of(opinion.id()).stream()
                .filter(flag -> flag.questionId() != null && SUGGESTED.containsKey(flag.kind()))
                .toList();
        List<Answer> answers = opinion.words().stream()
                .map(line -> answer(line, wasSent ? form.hidden() : null, suggested))
                .toList();
        Reason reason = wasSent
                ? form.reason().orElse(null)
                : suggested.stream()
                        .map(flag -> SUGGESTED.get(flag.kind()))
                        .findFirst()
                        .orElse(null);
        return new Fields(
                answers,
                Arrays.stream(Reason.values())
                        .filter(Reason::isStillCounted)
                        .map(one -> new OpinionCard.ReasonChoice(one.name(), one == reason))
                        .toList(),
                wasSent || !suggested.isEmpty(),
                !wasSent && !suggested.isEmpty());
    }

    private static boolean wasSent(DecisionForm form) {
        return form.decision().filter(Decision.MASK::equals).isPresent();
    }

    private static Answer answer(OpinionRead.Line line, @Nullable Map<Long, Set<WordCut.Part>> sent, List<Flag> flags) {
        Set<WordCut.Part> noticed = flags.stream()
                .filter(flag -> Objects.equals(flag.questionId(), line.questionId()))
                .map(flag -> new WordCut.Part(Objects.requireNonNull(flag.from()), Objects.requireNonNull(flag.to())))
                .collect(Collectors.toSet());
        Set<WordCut.Part> touched = sent == null ? noticed : sent.getOrDefault(line.questionId(), Set.of());
        WordCut cut = WordCut.of(
                String.join("", line.answers()),
                Stream.concat(noticed.stream(), touched.stream()).toList());
        Set<Integer> hidden = cut.touched(touched);
        return new Answer(
                line.questionId(),
                line.question().body(),
                cut.pieces().stream()
                        .map(piece -> new Touchable(
                                piece.from(),
                                piece.to(),
                                piece.words(),
                                piece.isMaskable(),
                                hidden.contains(piece.number())))
                        .toList());
    }

    /**
     * @param isOpen whether there is something to see in it at once
     * @param isSuggested whether the site touched some by itself
     */
    record Fields(List<Answer> answers, List<OpinionCard.ReasonChoice> reasons, boolean isOpen, boolean isSuggested) {}

    record Answer(long questionId, String question, List<Touchable> pieces) {}

    record Touchable(int from, int to, String words, boolean isMaskable, boolean isHidden) {}
}
