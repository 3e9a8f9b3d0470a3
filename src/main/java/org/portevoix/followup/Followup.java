package org.portevoix.followup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** You said, we did: what residents said, what was decided and why, what was done. */
@MappedEntity("followup")
record Followup(
        @Id long id,
        long contractId,
        String slug,
        @Nullable Long actionSheetId,
        long saidText,
        String decision,
        long decidedText,
        LocalDate decidedOn,
        @Nullable Long doneText,
        @Nullable LocalDate doneOn) {

    Stream<@Nullable Long> texts() {
        return Stream.of(saidText, decidedText, doneText);
    }
}
