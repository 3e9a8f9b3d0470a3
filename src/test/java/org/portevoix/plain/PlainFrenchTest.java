package org.portevoix.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portevoix.plain.Remark.Kind;
import org.portevoix.web.Resources;

class PlainFrenchTest {
    private static final double MOST_TOLD_WRONG = 0.10;

    private final PlainFrench french = new PlainFrench(new FrequentWords());

    /**
     * The numbers of the check were set on the first, third, fifth... paragraph of each file; the others were not looked
     * at before they were set.
     */
    @Test
    void plainAndAdministrativeParagraphsAreToldApart() {
        List<String> plain = corpus("plain");
        List<String> administrative = corpus("administrative");
        assertTrue(plain.size() >= 40 && administrative.size() >= 40);
        for (boolean isHeldOut : new boolean[] {false, true}) {
            List<String> missed = new ArrayList<>();
            List<String> easy = half(plain, isHeldOut);
            List<String> hard = half(administrative, isHeldOut);
            easy.stream().filter(text -> !isPlain(text)).forEach(missed::add);
            hard.stream().filter(this::isPlain).forEach(missed::add);
            int all = easy.size() + hard.size();
            System.out.printf(
                    "Plain French, %s: %d of %d paragraphs told apart (%.1f %%)%n",
                    isHeldOut ? "held out" : "tuned on", all - missed.size(), all, 100.0 * (all - missed.size()) / all);
            assertTrue(missed.size() <= MOST_TOLD_WRONG * all, missed.toString());
        }
    }

    @Test
    void theScoreIsThatOfKandelAndMoles() {
        // 10 words, 2 sentences, le-chat-dort-sur-la-ta-bl(e) 7, il-ré-vé... counted by hand.
        Reading reading = french.read("Le chat dort sur la table. Il rêve de souris.", Set.of());

        assertEquals(10, reading.words());
        assertEquals(2, reading.sentences());
        assertEquals(11, reading.syllables());
        assertEquals(207 - 1.015 * 5 - 73.6 * 1.1, reading.score(), 0.001);
    }

    @Test
    void syllablesAreThoseThatTheVoiceSays() {
        assertEquals(
                List.of(2, 1, 3, 2, 3, 1, 2, 2, 4),
                IntStream.range(0, 9)
                        .map(i -> FrenchWord.of("santé parlent habitant moment réunir le maïs l’école réalité")
                                .get(i)
                                .syllables())
                        .boxed()
                        .toList());
    }

    @Test
    void aSentenceEndsWhereItsReaderStops() {
        assertEquals(
                List.of(
                        "M. Diallo vient à 9 h 30.",
                        "Il a 3.5 kg de pommes !",
                        "« Et vous ? »",
                        "On verra…",
                        "Premier point",
                        "Second point avec un lien"),
                Sentences.of("""
                        M. Diallo vient à 9 h 30. Il a 3.5 kg de pommes ! « Et vous ? » On verra…
                        - Premier point
                        2. Second **point** avec un [lien](https://exemple.fr/a.b)
                        """));
    }

    @Test
    void aLongSentenceIsToldWithItsNumberOfWords() {
        String sentence = "Venez avec vos enfants " + "et vos amis ".repeat(10).strip() + ".";
        Remark remark = french.read("Bonjour. " + sentence, Set.of()).remarks().getFirst();

        assertEquals(Kind.LONG, remark.kind());
        assertEquals(sentence, remark.sentence());
        assertEquals(34, remark.values().get("n"));
        assertTrue(remark.isGrave());
    }

    @Test
    void anAcronymIsHardUntilSomebodyExplainsIt() {
        assertEquals(List.of("CPTS"), acronyms("La CPTS vous aide. La CPTS est près de vous.", Set.of()));
        assertEquals(List.of(), acronyms("La CPTS vous aide.", Set.of("CPTS")));
        assertEquals(List.of(), acronyms("L’équipe de soins du quartier (ESQ) vous aide. L’ESQ est là.", Set.of()));
        assertEquals(List.of(), acronyms("Un SMS arrive. C’est GRATUIT. Au XXI siècle.", Set.of()));
    }

    @Test
    void namesOfPeopleAndPlacesAreNotRareWords() {
        Reading names = french.read("Venez voir Fatoumata à Drancy, rue Zamenhof. Fatoumata vous attend.", Set.of());
        assertEquals(0, names.rareWords());
        assertEquals(1, french.read("Venez voir une clepsydre.", Set.of()).rareWords());
        assertEquals(
                0, french.read("Venez voir une clepsydre.", Set.of("Clepsydre")).rareWords());
    }

    @Test
    void formsOfAFrequentWordAreFrequent() {
        assertEquals(
                0,
                french.read("Inscrivez-vous, frottez, les œufs, dansera, qu’est-ce qu’une sage-femme ?", Set.of())
                        .rareWords());
    }

    @Test
    void turnsOfTheAdministrationAreToldWithTheWordsToWriteInstead() {
        List<Remark> remarks = french.read(
                        "Dans  le cadre de l’école. C’est décidé. Il est élu par la ville à 50 %.", Set.of())
                .remarks();
        assertEquals(
                List.of(Kind.TURN, Kind.PASSIVE, Kind.PERCENT),
                remarks.stream().map(Remark::kind).toList());
        assertEquals("pour, pendant, avec", remarks.getFirst().values().get("instead"));
        assertTrue(remarks.stream().noneMatch(Remark::isGrave));
    }

    @Test
    void nothingAndNoWordsAreRead() {
        for (String text : List.of("", "  \n\n", "…", "?! - « »", "12 % 18:30")) {
            assertTrue(french.read(text, Set.of()).isPlain(), text);
        }
        assertFalse(french.read("mot ".repeat(5000), Set.of()).isPlain());
    }

    private boolean isPlain(String text) {
        return french.read(text, Set.of()).isPlain();
    }

    private List<Object> acronyms(String text, Set<String> explained) {
        return french.read(text, explained).remarks().stream()
                .filter(remark -> remark.kind() == Kind.ACRONYM)
                .map(remark -> remark.values().get("word"))
                .toList();
    }

    private static List<String> corpus(String name) {
        return List.of(Resources.read("/plain/" + name + ".txt").strip().split("\n\n"));
    }

    private static List<String> half(List<String> texts, boolean isSecond) {
        return IntStream.range(0, texts.size())
                .filter(i -> i % 2 == (isSecond ? 1 : 0))
                .mapToObj(texts::get)
                .toList();
    }
}
