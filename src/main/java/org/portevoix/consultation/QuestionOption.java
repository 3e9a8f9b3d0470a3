package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;

/** One answer offered by a question. @param isDistress whether who chooses it may be in danger */
@Introspected
record QuestionOption(long id, long questionId, String slug, int position, long labelText, boolean isDistress) {}
