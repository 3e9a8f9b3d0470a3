package org.portevoix.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Made;
import tools.jackson.databind.node.ObjectNode;

/**
 * One item of a contract (an action, an event, the contract itself), read back as its file would tell it.
 *
 * @param state DRAFT, PUBLISHED or ARCHIVED; null of what has none, as an axis
 * @param body with all languages of its texts
 * @param texts ids by their places from the item on, as "title" or "questions[sommeil].title"
 * @param madeFrom of translations, by place@language: how each of their paragraphs came to be
 */
public record ContractItem(
        long id,
        String slug,
        @Nullable String state,
        ObjectNode body,
        Map<String, Long> texts,
        Map<String, List<Made>> madeFrom) {}
