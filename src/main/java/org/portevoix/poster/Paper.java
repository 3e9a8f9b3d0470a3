package org.portevoix.poster;

import java.util.Arrays;
import java.util.Optional;

/** The two sizes that a neighbourhood prints (ISO 216), in points of 1/72 inch. */
public enum Paper {
    POSTER("affiche", 595.276f, 841.89f, 1f),
    FLYER("tract", 419.528f, 595.276f, .72f);

    private final String word;
    private final float width;
    private final float height;
    private final float scale;

    Paper(String word, float width, float height, float scale) {
        this.word = word;
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    static Optional<Paper> called(String word) {
        return Arrays.stream(values()).filter(paper -> paper.word.equals(word)).findFirst();
    }

    /** In addresses and in names of files. */
    public String word() {
        return word;
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    /** Of lengths, where those of the poster are 1. */
    float scale() {
        return scale;
    }
}
