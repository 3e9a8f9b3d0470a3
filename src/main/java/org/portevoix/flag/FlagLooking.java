package org.portevoix.flag;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionLooks;
import org.portevoix.consultation.OpinionToLookAt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each opinion once it has come, and again once it was corrected: what a moderator should see in it. An opinion
 * waits to be looked at in the database, so that none is forgotten; any number of machines may look.
 */
@Singleton
class FlagLooking {

    private static final Logger LOG = LoggerFactory.getLogger(FlagLooking.class);

    /** A crowd's opinions are looked at while they come in, not instead. */
    private static final int A_ROUND = 100;

    private final OpinionLooks looks;
    private final List<Detector> detectors;
    private final SpokenLanguage spoken;
    private final FlagRows rows;
    private final FlagKeeping keeping;

    FlagLooking(
            OpinionLooks looks, List<Detector> detectors, SpokenLanguage spoken, FlagRows rows, FlagKeeping keeping) {
        this.looks = looks;
        this.detectors = detectors;
        this.spoken = spoken;
        this.rows = rows;
        this.keeping = keeping;
    }

    @Scheduled(fixedDelay = "${portevoix.flags.every:1s}", initialDelay = "${portevoix.flags.first:20s}")
    void look() {
        looks.due(A_ROUND).forEach(this::lookOnce);
    }

    /** Those of these that nobody has looked at yet. */
    void look(Collection<Long> opinionIds) {
        looks.due(opinionIds).forEach(this::lookOnce);
    }

    /** What is in these words, each kind from left to right, one flag where two of a kind overlap. */
    List<Found> found(String words) {
        List<Found> found = new ArrayList<>();
        detectors.stream()
                .flatMap(detector -> detector.find(words))
                .sorted(Comparator.comparing(Found::kind)
                        .thenComparing(Found::from)
                        .thenComparing(Found::to, Comparator.reverseOrder()))
                .forEach(one -> {
                    Found last = found.isEmpty() ? null : found.getLast();
                    if (last == null || last.kind() != one.kind() || last.to() <= one.from()) {
                        found.add(one);
                    } else if (one.to() > last.to()) {
                        found.set(found.size() - 1, new Found(one.kind(), last.from(), one.to()));
                    }
                });
        return found;
    }

    /** One in which looking fails holds up neither the others nor the page of whoever reads it. */
    private void lookOnce(OpinionToLookAt opinion) {
        try {
            look(opinion);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Opinion {} could not be looked at", opinion.id(), e);
        }
    }

    private void look(OpinionToLookAt opinion) {
        if (!opinion.waits()) {
            keeping.keep(opinion, List.of(), null);
            return;
        }
        List<Flag> flags = new ArrayList<>();
        opinion.words()
                .forEach(words -> found(words.body()).forEach(one -> flags.add(Flag.at(one, words.questionId()))));
        String all = opinion.words().stream().map(OpinionToLookAt.Words::body).collect(Collectors.joining("\n\n"));
        spoken.of(all)
                .filter(language -> !language.equals(opinion.language()))
                .ifPresent(language -> flags.add(Flag.spoken(language)));
        @Nullable Likeness likeness = Likeness.of(all).orElse(null);
        if (likeness != null) {
            rows.like(opinion.id(), opinion.contractId(), likeness)
                    .ifPresent(other -> flags.add(Flag.duplicateOf(other)));
        }
        keeping.keep(opinion, flags, likeness);
    }
}
