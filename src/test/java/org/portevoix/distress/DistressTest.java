package org.portevoix.distress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistressTest {

    private static final List<String> LANGUAGES =
            List.of("fr", "en", "es", "pt", "ro", "tr", "ru", "uk", "ar", "zh", "ta", "bn");

    /** Of 100 dangers that the lists were tuned on. */
    private static final int FEWEST_TUNED = 92;

    /** Of 100 that they were not, in all languages: far from all (docs/moderation-limits.md). Below it, a list has been broken. */
    private static final int FEWEST_HELD_OUT = 65;

    private static final int MOST_FALSE = 12;

    /** Half of those held out were written to sound like a danger. */
    private static final int MOST_FALSE_HELD_OUT = 34;

    private final Distress distress = new Distress();

    @Test
    void dangersAreFoundAndOrdinaryWordsAreLeftAlone() throws IOException {
        List<String> printed = new ArrayList<>();
        printed.add("distress: found of the dangers (recall), alarms for nothing of the ordinary words");
        printed.add("language  tuned-on  false  held-out  false");
        List<String> broken = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Count heldOut = new Count(0, 0, 0, 0);
        for (String language : LANGUAGES) {
            List<Scenario> all = Scenario.of(language);
            Count tuned = count(all, false, wrong, language);
            Count held = count(all, true, wrong, language);
            printed.add("%-8s  %s  %s".formatted(language, tuned, held));
            heldOut = heldOut.with(held);
            if (held.found() == 0 || held.falseAlarms() > MOST_FALSE_HELD_OUT) {
                broken.add(language + " held out: " + held);
            }
            if (tuned.recall() < FEWEST_TUNED || tuned.falseAlarms() > MOST_FALSE) {
                broken.add(language + " tuned on: " + tuned);
            }
            assertTrue(all.stream().filter(Scenario::isDanger).count() >= 25, language);
            assertTrue(all.stream().filter(one -> !one.isDanger()).count() >= 25, language);
        }
        printed.add("all       held-out " + heldOut);
        if (heldOut.recall() < FEWEST_HELD_OUT) {
            broken.add("held out: " + heldOut);
        }
        int shown = printed.size();
        printed.add("");
        printed.addAll(wrong);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/distress.txt"), printed);
        System.out.println(String.join("\n", printed.subList(0, shown)));
        assertEquals(List.of(), broken);
    }

    @Test
    void theSameWordsAreFoundHoweverTheyAreWritten() {
        for (String words : List.of(
                "je veux mourir",
                "JE VEUX MOURIR",
                "jé véux  mourír",
                "jveux mourir",
                "je veux... mourir",
                "Bonjour. Je veux mouriiir !",
                "أريد أن أموت",
                "أُرِيدُ أَنْ أَمُوت",
                "bghit nmout",
                "我想死",
                "我真的不想活了")) {
            assertEquals(Set.of(Danger.SUICIDE), distress.dangers(List.of(words)), words);
        }
    }

    @Test
    void aSignTellsItsPlaceInTheWords() {
        String words = "Bonjour 👋 à tous, je veux mourir. Merci";
        Distress.Sign sign = distress.signs(words).getFirst();
        assertEquals("veux mourir", words.substring(sign.from(), sign.to()).replaceFirst("^je ", ""));
    }

    @Test
    void nothingIsFoundInNothing() {
        assertEquals(Set.of(), distress.dangers(List.of("", " ", "…", "\u0000\u202e", "👋👋")));
    }

    private Count count(List<Scenario> all, boolean isHeldOut, List<String> wrong, String language) {
        int dangers = 0;
        int found = 0;
        int ordinary = 0;
        int alarms = 0;
        for (Scenario one : all) {
            if (one.isHeldOut() != isHeldOut) {
                continue;
            }
            boolean isFound = !distress.signs(one.words()).isEmpty();
            if (one.isDanger()) {
                dangers++;
                found += isFound ? 1 : 0;
            } else {
                ordinary++;
                alarms += isFound ? 1 : 0;
            }
            if (isFound != one.isDanger()) {
                wrong.add("%s %s %s: %s"
                        .formatted(
                                language,
                                isHeldOut ? "held-out" : "tuned-on",
                                isFound ? "FALSE ALARM" : "MISSED " + one.kind(),
                                // What is held out is not to be tuned on.
                                isHeldOut ? "(not shown)" : one.words()));
            }
        }
        return new Count(dangers, found, ordinary, alarms);
    }

    private record Count(int dangers, int found, int ordinary, int alarms) {

        Count with(Count more) {
            return new Count(
                    dangers + more.dangers, found + more.found, ordinary + more.ordinary, alarms + more.alarms);
        }

        int recall() {
            return 100 * found / dangers;
        }

        int falseAlarms() {
            return 100 * alarms / ordinary;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%3d/%-3d %3d/%-3d", found, dangers, alarms, ordinary);
        }
    }
}
