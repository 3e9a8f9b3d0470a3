package org.portevoix.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portevoix.consultation.MaskedWords;

/** What can be touched in an answer, and what is left when it is masked. */
class WordCutTest {

    @Test
    void wordsOfEveryScriptCanBeTouchedAndNothingIsLost() {
        for (String words : new String[] {
            "Mme Durand, du 3e étage : 06 12 34 56 78 !",
            "السيدة دوران، الطابق 3: ٠٦١٢٣٤٥٦٧٨",
            "我的电话是0612345678，谢谢",
            "என் தொலைபேசி 0612345678",
            "a.b@c.fr\r\net 👩‍⚕️🖕 <b>&amp;</b>\u202e",
            "",
            "   ",
        }) {
            WordCut cut = WordCut.of(words);
            assertEquals(words, cut.pieces().stream().map(WordCut.Piece::words).collect(Collectors.joining()));
            assertEquals(words, cut.without(Set.of()));
        }
        assertTrue(WordCut.of("我的电话是0612345678").pieces().size() > 2, "words without spaces are cut too");
        assertTrue(WordCut.of("🖕").pieces().getFirst().isMaskable(), "a sign says as much as a word");
    }

    @Test
    void neighboursThatAreMaskedMakeOneMarkAndWhatStandsBetweenThemGoes() {
        WordCut cut = WordCut.of("Appelez-moi au 06 12 34 56 78, merci.");
        String left = cut.without(of(cut, "06", "12", "34", "56", "78"));
        assertEquals("Appelez-moi au " + MaskedWords.MARK + ", merci.", left);
        assertEquals(
                MaskedWords.MARK + "-moi au 06 12 34 56 78, " + MaskedWords.MARK + ".",
                cut.without(of(cut, "Appelez", "merci")));
    }

    @Test
    void aRangeTouchesEachWordThatItReaches() {
        String words = "Écrire à jean.dupont@ville.fr demain";
        WordCut cut = WordCut.of(words);
        int from = words.indexOf("jean");
        Set<Integer> touched = cut.touched(new WordCut.Part(from, words.indexOf(" demain")));
        assertEquals("Écrire à " + MaskedWords.MARK + " demain", cut.without(touched));
        assertEquals(Set.of(), cut.touched(new WordCut.Part(500, 900)));
        assertEquals(cut.touched(new WordCut.Part(from, from + 1)), cut.touched(new WordCut.Part(from, from + 4)));
    }

    @Test
    void aPartOfAWordIsAPieceOfItsOwnButNeverHalfASign() {
        String words = "appelezmoi0612345678merci ou ecrirejean@ville.frvite";
        WordCut.Part email = new WordCut.Part(words.indexOf("jean"), words.indexOf("vite"));
        WordCut cut = WordCut.of(words, List.of(email));
        assertEquals(words, cut.without(Set.of()));
        assertEquals(
                "appelezmoi" + MaskedWords.MARK + "merci ou ecrire" + MaskedWords.MARK + "vite",
                cut.without(union(cut.touched(email), of(cut, "0612345678"))));
        String chinese = "请找王医生谢谢";
        WordCut.Part name = new WordCut.Part(2, 5);
        WordCut han = WordCut.of(chinese, List.of(name));
        assertEquals("请找" + MaskedWords.MARK + "谢谢", han.without(han.touched(name)));
        String family = "a👩‍⚕️b";
        WordCut half = WordCut.of(family, List.of(new WordCut.Part(2, 3)));
        assertEquals(
                List.of("a", "👩‍⚕️", "b"),
                half.pieces().stream().map(WordCut.Piece::words).toList());
    }

    private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
        Set<Integer> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void spacesAloneAreNoWordsToLeave() {
        WordCut cut = WordCut.of("Jean, Paul !");
        assertFalse(cut.leavesWords(of(cut, "Jean", "Paul")));
        assertTrue(cut.leavesWords(of(cut, "Jean")));
        assertFalse(cut.hasMaskable(Set.of(1, 999)), "punctuation and pieces that are not there");
    }

    private static Set<Integer> of(WordCut cut, String... words) {
        return cut.pieces().stream()
                .filter(piece -> Arrays.asList(words).contains(piece.words()))
                .map(WordCut.Piece::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
