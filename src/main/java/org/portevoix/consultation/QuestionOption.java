package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;

/** One answer offered by a question. */
@Introspected
record QuestionOption(long id, long questionId, String slug, int position, long labelText) {}
