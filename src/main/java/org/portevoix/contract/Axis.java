package org.portevoix.contract;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A strategic axis of a contract; holds action sheets. Its position gives its colour. */
@MappedEntity("axis")
public record Axis(@Id long id, long contractId, String slug, int position, long titleText) {

    private static final int COLOURS = 6;

    /** 1 to 6, the same colour everywhere. */
    public int colour() {
        return position % COLOURS + 1;
    }
}
