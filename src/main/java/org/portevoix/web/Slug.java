package org.portevoix.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A name for an address, made of the first words of a title: lower case, without accents. */
public final class Slug {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 48;

    private Slug() {}

    /** {@code whenEmpty}: where the words have no Latin letter and no digit. */
    public static String of(String words, String whenEmpty) {
        String plain = Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        if (plain.isEmpty()) {
            return whenEmpty;
        }
        List<String> parts = List.of(plain.split(" "));
        String slug = String.join("-", parts.subList(0, Math.min(parts.size(), MOST_WORDS)));
        return slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("-+$", "");
    }
}
