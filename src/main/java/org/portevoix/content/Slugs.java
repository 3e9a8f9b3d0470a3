package org.portevoix.content;

import com.ibm.icu.text.Transliterator;
import java.util.Set;

/** Names in addresses, made from titles: "Forum santé 2027" becomes forum-sante-2027. */
final class Slugs {
    private static final int LONGEST = 60;

    private Slugs() {}

    /** Never empty; not one of those taken. */
    static String of(String title, int longest, Set<String> taken) {
        String plain = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower")
                .transliterate(title)
                .replaceAll("[’']", "-")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = cut(plain.isEmpty() ? "sans-titre" : plain, Math.min(longest, LONGEST) - 4);
        String slug = cut;
        for (int i = 2; taken.contains(slug); i++) {
            slug = cut + "-" + i;
        }
        return slug;
    }

    /** At the end of a word, where there is one. */
    private static String cut(String slug, int longest) {
        if (slug.length() <= longest) {
            return slug;
        }
        int end = slug.lastIndexOf('-', longest);
        return slug.substring(0, end > 0 ? end : longest);
    }
}
