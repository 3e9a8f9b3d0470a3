package org.portevoix.content;

import java.util.List;

/**
 * A field of a form of the desk.
 *
 * @param path as in a contract's file, from its item or its line on: practical.hours
 * @param input how it is typed: line, text, choice...
 * @param argument of the input: the words to choose from, or the list referred to; may be empty
 * @param label the end of its label's key
 * @param fields of each line, where it is a list of lines; else empty
 */
record Field(String path, String input, String argument, String label, List<Field> fields) {

    boolean isLines() {
        return input.equals("lines");
    }

    /** Whether it is written in each language. */
    boolean isText() {
        return input.equals("line") || input.equals("text");
    }

    boolean isWords() {
        return input.equals("boxes") || input.equals("refs") || input.equals("languages");
    }
}
