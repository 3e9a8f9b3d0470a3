package org.portevoix.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An opinion in the open data: one that a person of the team published, with its writer's leave. Nothing in it, nor its
 * place in the list, tells who wrote it, when within the month, or its number.
 *
 * @param consultation slug
 * @param month yyyy-mm
 * @param language in which the form was read
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record OpinionEntry(String consultation, String month, String language, List<Words> words) {

    /** @param question key of the question in its consultation */
    @Serdeable
    record Words(String question, String text) {}

    /** Latest month first, by consultation; within them in the order of their words, which no one chose. */
    static List<OpinionEntry> of(List<ShownWords> shown) {
        return shown.stream()
                .collect(Collectors.groupingBy(ShownWords::opinionId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(OpinionEntry::one)
                .sorted(Comparator.comparing(OpinionEntry::month)
                        .reversed()
                        .thenComparing(OpinionEntry::consultation)
                        .thenComparing(opinion -> opinion.words().toString()))
                .toList();
    }

    private static OpinionEntry one(Collection<ShownWords> answers) {
        ShownWords first = answers.iterator().next();
        return new OpinionEntry(
                first.consultation(),
                first.month(),
                first.language(),
                answers.stream()
                        .map(answer -> new Words(answer.question(), answer.words()))
                        .toList());
    }
}
