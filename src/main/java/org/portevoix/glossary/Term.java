package org.portevoix.glossary;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A word that a contract explains.
 *
 * @param titleText as texts write it: CPTS
 * @param standsForText its full name; null of what is no acronym
 */
@MappedEntity("term")
record Term(
        @Id long id,
        long contractId,
        String slug,
        int position,
        long titleText,
        @Nullable Long standsForText,
        long explanationText) {}
