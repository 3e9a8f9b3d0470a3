package org.portevoix.picture;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A picture of an action or an event; its bytes stay in the database until they are asked for.
 *
 * @param list of a contract's file that the item stands in: "actions" or "events"
 * @param slug of the item when it was added
 * @param alt what it shows, in French
 */
@MappedEntity("picture")
record Picture(
        @Id long id,
        long contractId,
        String list,
        long itemId,
        String slug,
        String alt,
        int width,
        int height,
        String digest) {

    /** The address of its bytes. */
    String address() {
        return "/images/" + digest;
    }
}
