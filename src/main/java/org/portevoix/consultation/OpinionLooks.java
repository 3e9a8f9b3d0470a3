package org.portevoix.consultation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which opinions are still to be looked at for what a moderator should see, and that it was done. */
@Singleton
public class OpinionLooks {

    private final OpinionRepository opinions;
    private final List<WordsKept> kept;

    OpinionLooks(OpinionRepository opinions, List<WordsKept> kept) {
        this.opinions = opinions;
        this.kept = kept;
    }

    /** The oldest first. */
    @Transactional
    public List<OpinionToLookAt> due(int most) {
        return read(opinions.findNotLookedAt(most));
    }

    /** Those of these that are. */
    @Transactional
    public List<OpinionToLookAt> due(Collection<Long> opinionIds) {
        return opinionIds.isEmpty() ? List.of() : read(opinions.findNotLookedAt(opinionIds));
    }

    /** False when it was looked at meanwhile, or is no longer what was looked at. */
    @Transactional
    public boolean looked(OpinionToLookAt opinion) {
        if (opinions.looked(opinion.id(), opinion.revision(), opinion.state(), opinion.hasWords()) == 0) {
            return false;
        }
        kept.forEach(room -> room.looked(opinion));
        return true;
    }

    /** Its words tell of a danger that was not noticed when it came, as in one that is older than the lists of words. False when it was. */
    @Transactional
    public boolean readFirst(long opinionId) {
        return opinions.readFirst(opinionId) == 1;
    }

    private List<OpinionToLookAt> read(List<Opinion> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<OpinionToLookAt.Words>> words =
                opinions
                        .findAnswers(found.stream()
                                .map(one -> Objects.requireNonNull(one.id()))
                                .toList())
                        .stream()
                        .filter(answer -> answer.body() != null)
                        .collect(Collectors.groupingBy(
                                Answer::opinionId,
                                Collectors.mapping(
                                        answer -> new OpinionToLookAt.Words(
                                                answer.questionId(), Objects.requireNonNull(answer.body())),
                                        Collectors.toList())));
        return found.stream()
                .map(one -> new OpinionToLookAt(
                        Objects.requireNonNull(one.id()),
                        one.contractId(),
                        one.revision(),
                        one.state(),
                        one.hasWords(),
                        one.language(),
                        words.getOrDefault(Objects.requireNonNull(one.id()), List.of())))
                .toList();
    }
}
