package org.portevoix.moderation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A way to narrow a list of opinions that somebody of the team keeps under a name. @param query as its address says it */
@MappedEntity("saved_filter")
record SavedFilter(
        @Id @GeneratedValue @Nullable Long id,
        long contractId,
        long accountId,
        Listed list,
        String name,
        String query,
        boolean isShared) {

    /** Which list. */
    enum Listed {
        QUEUE("/avis"),
        DECIDED("/avis/decides");

        private final String path;

        Listed(String path) {
            this.path = path;
        }

        String address(String contract) {
            return "/equipe/" + contract + path;
        }
    }
}
