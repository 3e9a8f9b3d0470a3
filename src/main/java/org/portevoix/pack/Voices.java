package org.portevoix.pack;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.consultation.OpinionState;
import org.portevoix.language.Language;
import org.portevoix.participation.Period;
import org.portevoix.sense.OpinionTranslations;

/** Residents' words for the pack: only those that everybody may read, and that the coordinator chose. */
@Singleton
class Voices {
    static final int MOST = 12;

    private final OpinionReading reading;
    private final OpinionTranslations translations;
    private final PackChoiceRepository choices;
    private final Clock clock;

    Voices(OpinionReading reading, OpinionTranslations translations, PackChoiceRepository choices, Clock clock) {
        this.reading = reading;
        this.translations = translations;
        this.choices = choices;
        this.clock = clock;
    }

    /** A voice with the opinion that it is of. */
    record Said(long opinionId, Pack.Voice voice) {}

    /** Some of those that may be chosen for this period, latest month first. */
    List<Said> offered(long contractId, Period period, int count, int skip) {
        return said(reading.shown(contractId, period.firstKey(), period.lastKey(), count, skip));
    }

    /** Those chosen for this period that everybody may read; their order tells nothing of them. */
    List<Said> chosen(long contractId, Period period) {
        return said(shown(choices.findVoices(contractId, period.key()))).stream()
                .sorted(Comparator.comparing((Said one) -> one.voice().about())
                        .thenComparing(one -> one.voice().words()))
                .toList();
    }

    /**
     * Of those on the page ({@code offered}) these are chosen; the others of the period stay as they are. False where that would be
     * more than the pack holds.
     */
    @Transactional
    boolean choose(long contractId, Period period, Collection<Long> offered, Collection<Long> wanted) {
        Set<Long> after = new HashSet<>(choices.findVoices(contractId, period.key()));
        after.removeAll(offered);
        after.addAll(wanted);
        if (after.size() > MOST) {
            return false;
        }
        for (long id : offered) {
            choices.removeVoice(contractId, period.key(), id);
        }
        shown(List.copyOf(wanted)).stream()
                .filter(opinion -> opinion.contractId() == contractId)
                .forEach(opinion -> choices.addVoice(contractId, period.key(), opinion.id(), clock.instant()));
        return true;
    }

    /** Words that everybody may read now, by the id of their opinion. */
    Map<Long, Pack.Voice> now(List<Long> opinionIds) {
        return said(shown(opinionIds)).stream().collect(Collectors.toMap(Said::opinionId, Said::voice));
    }

    private List<OpinionRead> shown(List<Long> opinionIds) {
        return reading.findAll(opinionIds).stream()
                .filter(opinion -> opinion.state() == OpinionState.PUBLISHED
                        && Boolean.TRUE.equals(opinion.mayShow())
                        && !opinion.words().isEmpty())
                .toList();
    }

    private List<Said> said(List<OpinionRead> opinions) {
        Map<Long, List<OpinionTranslations.Line>> french =
                translations.of(opinions.stream().map(OpinionRead::id).toList());
        return opinions.stream()
                .map(opinion -> new Said(
                        opinion.id(),
                        new Pack.Voice(
                                words(opinion),
                                opinion.language(),
                                french(opinion, french.getOrDefault(opinion.id(), List.of())),
                                opinion.consultationTitle())))
                .toList();
    }

    private static String words(OpinionRead opinion) {
        return opinion.words().stream()
                .map(line -> Objects.requireNonNullElse(line.typed(), ""))
                .collect(Collectors.joining("\n"));
    }

    /** What one of the team wrote, of all the words; what a machine drafted is no one's word before others. */
    private static @Nullable String french(OpinionRead opinion, List<OpinionTranslations.Line> lines) {
        Map<Long, String> byQuestion = lines.stream()
                .filter(line -> !line.isMachine())
                .collect(Collectors.toMap(OpinionTranslations.Line::questionId, OpinionTranslations.Line::body));
        boolean isWhole = opinion.words().stream().allMatch(line -> byQuestion.containsKey(line.questionId()));
        return opinion.language().equals(Language.SOURCE) || !isWhole
                ? null
                : opinion.words().stream()
                        .map(line -> byQuestion.getOrDefault(line.questionId(), ""))
                        .collect(Collectors.joining("\n"));
    }
}
