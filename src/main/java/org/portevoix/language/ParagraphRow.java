package org.portevoix.language;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The table of texts, which gives the repository its name. */
@MappedEntity("text")
record ParagraphRow(@Id Long id, String sourceLanguage) {}
