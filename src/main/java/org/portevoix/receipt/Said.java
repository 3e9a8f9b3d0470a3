package org.portevoix.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that was said and awaits an answer. Opinions and formal opinions answer; follow-ups gather them. */
public interface Said {

    Kind kind();

    /** Those of a contract, latest first: for the team to choose what a follow-up answers. */
    List<Item> latest(long contractId, int count);

    /** Empty when it is not of this contract, or withdrawn. */
    Optional<Item> find(long contractId, long id);

    enum Kind {
        OPINION,
        FORMAL_OPINION
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
