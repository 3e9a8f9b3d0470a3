package org.portevoix.sense;

import java.util.List;
import java.util.Set;
import org.portevoix.search.Words;

/** French words made alike enough to be compared: without plural and gender, and without those that say nothing alone. */
final class French {

    private static final int SHORTEST = 3;
    private static final int SHORTEST_WITH_ENDING = 5;

    private static final Set<String> EMPTY = Set.of(
            ("les des une aux dans sur sous avec sans pour par que qui quoi dont est sont etre ete avoir ont ait suis avez avons fait faire "
                            + "faut peut peuvent plus moins tres trop bien mal pas non oui mais car donc comme quand tout tous toute toutes cette ces "
                            + "cet son ses mon mes nos vos leur leurs notre votre elle ils elles nous vous moi toi lui eux ici deja encore aussi "
                            + "merci bonjour voudrais veux veut aimerais souhaite serait etait avait aura sera chez entre apres avant pendant "
                            + "rien jamais toujours chaque autre autres meme alors ainsi vers depuis quelque chose choses beaucoup assez peu")
                    .split(" "));

    private French() {}

    /** Those that say something, in their order. */
    static List<String> stems(String text) {
        return Words.cut(text).stream()
                .filter(word -> isHan(word) || word.length() >= SHORTEST && !EMPTY.contains(word))
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .map(Words::stem)
                .map(French::stem)
                .toList();
    }

    /** Of a word as {@link Words#cut} gives it. */
    static String stem(String word) {
        String stem = word;
        for (String ending : List.of("s", "x", "e")) {
            if (stem.length() >= SHORTEST_WITH_ENDING && stem.endsWith(ending)) {
                stem = stem.substring(0, stem.length() - 1);
            }
        }
        return stem;
    }

    private static boolean isHan(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }
}
