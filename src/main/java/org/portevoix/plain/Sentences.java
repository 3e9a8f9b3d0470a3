package org.portevoix.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a French text into its sentences: each line stands by itself, and what ends in a mark before a new beginning. */
final class Sentences {
    private static final Pattern END =
            Pattern.compile("[.!?…]+(?:[\\s\\u00a0\\u202f]*[»”)\\]])*[\\s\\u00a0\\u202f]+(?=[^\\p{Ll}])");
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?:^|[\\s(«’'])(?:\\p{Lu}|Dr|Pr|art|cf|ex|tél|av|bd|St|Ste|vol|n°)\\.\\s*$");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+•]|\\d+[.)])\\s+");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    private Sentences() {}

    /** @param text may carry the few Markdown marks of the site's texts, which are no words */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        text.lines().forEach(line -> {
            String said = LINK.matcher(ITEM.matcher(line).replaceFirst(""))
                    .replaceAll("$1")
                    .replace("**", "");
            int start = 0;
            Matcher end = END.matcher(said);
            while (end.find()) {
                if (!ABBREVIATED.matcher(said.substring(start, end.end())).find()) {
                    add(said.substring(start, end.end()), sentences);
                    start = end.end();
                }
            }
            add(said.substring(start), sentences);
        });
        return sentences;
    }

    private static void add(String sentence, List<String> sentences) {
        if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(sentence.strip());
        }
    }
}
