package org.portevoix.rights;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** Something that the team did because somebody asked for their rights; whose code it was is not kept. */
@MappedEntity("rights_request")
record RightsRequest(@Id long id, long contractId, Kind kind, long accountId, Instant doneAt) {

    enum Kind {
        COPY,
        ERASURE
    }
}
