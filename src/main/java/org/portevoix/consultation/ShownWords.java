package org.portevoix.consultation;

import io.micronaut.core.annotation.Introspected;

/**
 * One answer in words of an opinion that everybody may read.
 *
 * @param opinionId only to put the answers of one opinion together: it is never shown
 * @param consultation slug
 * @param month yyyy-mm
 * @param question slug
 */
@Introspected
record ShownWords(long opinionId, String consultation, String month, String language, String question, String words) {}
