package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionRead;

/** The form in which words are masked: each can be touched, and those that the site noticed are touched already. */
@Singleton
class Masking {

    /** What is masked most often for what was noticed; what concerns the whole opinion suggests nothing. */
    private static final Map<String, Reason> SUGGESTED = Map.ofEntries(
            Map.entry("TELEPHONE", Reason.NAMES_SOMEONE),
            Map.entry("EMAIL", Reason.NAMES_SOMEONE),
            Map.entry("ADDRESS", Reason.NAMES_SOMEONE),
            Map.entry("SOCIAL_SECURITY", Reason.NAMES_SOMEONE),
            Map.entry("IBAN", Reason.NAMES_SOMEONE),
            Map.entry("PLATE", Reason.NAMES_SOMEONE),
            Map.entry("CARER_OR_AGENT", Reason.NAMES_SOMEONE),
            Map.entry("OWN_HEALTH", Reason.PRIVATE_HEALTH),
            Map.entry("OTHERS_HEALTH", Reason.PRIVATE_HEALTH),
            Map.entry("INSULT", Reason.INSULT),
            Map.entry("HATE", Reason.ILLEGAL),
            Map.entry("THREAT", Reason.ILLEGAL));

    private final FlaggedRepository flags;

    Masking(FlaggedRepository flags) {
        this.flags = flags;
    }

    /** With what was touched before when the form was sent, else with what is suggested. */
    Fields fields(OpinionRead opinion, DecisionForm form) {
        boolean wasSent = form.decision().filter(Decision.MASK::equals).isPresent();
        List<Flagged> suggested = flags.findPlaces(opinion.id()).stream()
                .filter(flag -> SUGGESTED.containsKey(flag.kind()))
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

    private static Answer answer(OpinionRead.Line line, @Nullable Map<Long, Set<Integer>> sent, List<Flagged> flags) {
        WordCut cut = WordCut.of(String.join("", line.answers()));
        Set<Integer> hidden = sent != null
                ? sent.getOrDefault(line.questionId(), Set.of())
                : flags.stream()
                        .filter(flag -> Objects.equals(flag.questionId(), line.questionId()))
                        .flatMap(flag -> cut
                                .touched(Objects.requireNonNull(flag.fromUnit()), Objects.requireNonNull(flag.toUnit()))
                                .stream())
                        .collect(Collectors.toSet());
        return new Answer(
                line.questionId(),
                line.question().body(),
                cut.pieces().stream()
                        .map(piece -> new Touchable(
                                piece.number(), piece.words(), piece.isMaskable(), hidden.contains(piece.number())))
                        .toList());
    }

    /**
     * @param isOpen whether there is something to see in it at once
     * @param isSuggested whether the site touched some by itself
     */
    record Fields(List<Answer> answers, List<OpinionCard.ReasonChoice> reasons, boolean isOpen, boolean isSuggested) {}

    record Answer(long questionId, String question, List<Touchable> pieces) {}

    record Touchable(int number, String words, boolean isMaskable, boolean isHidden) {}
}
