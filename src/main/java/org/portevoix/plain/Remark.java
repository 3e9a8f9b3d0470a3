package org.portevoix.plain;

import java.util.Map;

/**
 * What makes a text hard to read, at one place.
 *
 * @param sentence as it was written; "" of the whole text
 * @param values for the message: n, the number of words; word, the words meant; instead, what to write
 * @param isGrave whether the text is not plain as long as this stands
 */
public record Remark(String sentence, Kind kind, Map<String, Object> values, boolean isGrave) {

    /** What to say about it; the message is plain.desk.advice.KIND. */
    public enum Kind {
        LONG,
        LENGTHY,
        ACRONYM,
        TURN,
        PASSIVE,
        PERCENT,
        RARE,
        LONG_ON_AVERAGE,
        HARD_WORDS,
        MANY_RARE
    }
}
