package org.portevoix.council;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event or a questionnaire that a council asks the team for.
 *
 * @param held when, in words
 * @param state WAITING, ACCEPTED or REFUSED
 * @param answer of the team to the council; null while it waits
 */
@MappedEntity("council_proposal")
record CouncilProposal(
        @Id long id,
        long councilId,
        ProposalKind kind,
        String title,
        String what,
        String held,
        String place,
        String why,
        Instant enteredAt,
        String state,
        @Nullable String answer) {

    /** All that the council wrote in it. */
    List<String> words() {
        return List.of(title, what, held, place, why);
    }
}
