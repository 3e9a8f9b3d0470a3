package org.portevoix.receipt;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that was said and awaits an answer. Opinions, formal opinions and proposals of councils answer; follow-ups gather them. */
public interface Said {

    Kind kind();

    /** Those of a contract, latest first: for the team to choose what a follow-up answers. */
    List<Item> latest(long contractId, int count);

    /** Empty when it is not of this contract, or withdrawn. */
    Optional<Item> find(long contractId, long id);

    /** Those of these that {@link #find} finds, in any order. */
    default List<Item> findAll(long contractId, Collection<Long> ids) {
        return ids.stream().flatMap(id -> find(contractId, id).stream()).toList();
    }

    /** Those of these that still count: not withdrawn, nor taken for spam. */
    Set<Long> counting(long contractId, Collection<Long> ids);

    /** The neighbourhood from which each was said, by its slug, or "autre-ville"; those of which it is not known are left out. */
    Map<Long, String> homes(long contractId, Collection<Long> ids);

    enum Kind {
        OPINION,
        FORMAL_OPINION,
        /** What a council proposed: an event, a questionnaire. */
        PROPOSAL
    }

    /**
     * @param words as they were written; empty where there are none
     * @param language of the words, its code
     * @param about what it is about, in French: a questionnaire's title, a council's name
     * @param answerBy the day promised, null where none was
     */
    record Item(
            long id,
            String words,
            String language,
            String about,
            LocalDate receivedOn,
            @Nullable LocalDate answerBy) {}
}
