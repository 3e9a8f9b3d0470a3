package org.portevoix.committee;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body of the contract, with seats and meetings.
 *
 * @param actionSheetId of the one action that it steers; null where it is the whole contract
 */
@MappedEntity("body")
record Body(
        @Id long id,
        long contractId,
        String slug,
        BodyKind kind,
        @Nullable Long actionSheetId,
        long nameText,
        long doesText) {

    Stream<@Nullable Long> texts() {
        return Stream.of(nameText, doesText);
    }

    /** What its words are known by, where they were shown although they are hard to read. */
    String about() {
        return "body/" + id;
    }

    /** Under this tag stand the pages that show the bodies of a contract and its steps. */
    static String listTag(long contractId) {
        return "bodies/" + contractId;
    }
}
