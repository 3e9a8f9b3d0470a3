package org.portevoix.glossary;

import java.util.List;

/**
 * What to change in one sentence of a French text, in plain words.
 *
 * @param sentence as it was written; "" of the whole text
 */
public record Advised(String sentence, List<Said> said) {

    /**
     * @param isGrave whether it keeps the text from being plain
     * @param word an acronym that the glossary lacks; else ""
     * @param addAddress of the form that explains it
     */
    public record Said(String message, boolean isGrave, String word, String addAddress) {}
}
