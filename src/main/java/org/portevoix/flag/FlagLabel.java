package org.portevoix.flag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the site noticed of one kind in an opinion, as the desk shows it beside the words.
 *
 * @param words those that were noticed; none when it is about the whole opinion
 * @param language code of the one that the words seem to be in; null but of LANGUAGE
 * @param otherId the opinion that says the same; null but of DUPLICATE
 */
public record FlagLabel(
        FlagKind kind,
        List<String> words,
        @Nullable String language,
        @Nullable Long otherId) {

    private static final int MOST_WORDS = 5;

    /** @param answers the words of a question by its id; null where there are none */
    public static List<FlagLabel> of(List<Flag> flags, Function<Long, @Nullable String> answers) {
        Map<FlagKind, List<String>> words = new LinkedHashMap<>();
        Map<FlagKind, Flag> first = new LinkedHashMap<>();
        for (Flag flag : flags) {
            first.putIfAbsent(flag.kind(), flag);
            List<String> own = words.computeIfAbsent(flag.kind(), unused -> new ArrayList<>());
            String answer = flag.questionId() == null ? null : answers.apply(flag.questionId());
            if (answer != null && own.size() < MOST_WORDS && Objects.requireNonNull(flag.to()) <= answer.length()) {
                own.add(answer.substring(Objects.requireNonNull(flag.from()), flag.to()));
            }
        }
        return first.values().stream()
                .map(flag -> new FlagLabel(
                        flag.kind(), words.getOrDefault(flag.kind(), List.of()), flag.language(), flag.otherId()))
                .toList();
    }

    public boolean isDistress() {
        return kind == FlagKind.DISTRESS;
    }
}
